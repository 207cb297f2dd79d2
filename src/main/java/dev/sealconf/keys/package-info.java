/**
 * Master keys, and wrapping and unwrapping data keys with them. Providers live in {@code
 * keys.providers} and are discovered as services; no class outside that package names one.
 */
package dev.sealconf.keys;

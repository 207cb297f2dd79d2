/**
 * Master keys and what they do to a data key: wrap and unwrap. Providers live in {@code
 * keys.providers} and are found as services; no class outside names one.
 */
package dev.sealconf.keys;

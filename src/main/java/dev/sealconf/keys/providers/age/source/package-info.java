/**
 * Which kinds of age recipients there are, and where the identities of each kind are looked for:
 * the places where SOPS looks.
 */
package dev.sealconf.keys.providers.age.source;

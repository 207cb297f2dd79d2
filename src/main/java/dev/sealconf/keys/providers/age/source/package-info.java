/**
 * The kinds of age recipients, and the places to look for identities of each kind: the same places
 * as SOPS.
 */
package dev.sealconf.keys.providers.age.source;

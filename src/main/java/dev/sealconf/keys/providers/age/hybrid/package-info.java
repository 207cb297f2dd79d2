/**
 * The post-quantum recipients of age 1.3, {@code age1pq1…}. They combine ML-KEM-768 and X25519, so
 * an attacker has to break both.
 */
package dev.sealconf.keys.providers.age.hybrid;

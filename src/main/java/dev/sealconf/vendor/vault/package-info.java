/** Sign-in with Vault and OpenBao: addresses, connections and tokens. Needs no jars of a vendor. */
package dev.sealconf.vendor.vault;

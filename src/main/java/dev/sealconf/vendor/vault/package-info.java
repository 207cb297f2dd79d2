/** Sign-in with Vault and OpenBao: addresses, connections and tokens. Needs no vendor jars. */
package dev.sealconf.vendor.vault;

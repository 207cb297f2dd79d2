/** AWS KMS: its keys' names, and who may be asked; the vendor's client is in {@code client}. */
package dev.sealconf.keys.providers.kms;

/** Google Cloud KMS: the names of its keys. The vendor's client is in {@code client}. */
package dev.sealconf.keys.providers.gcp;

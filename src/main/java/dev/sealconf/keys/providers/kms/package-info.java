/**
 * AWS KMS: the names of its keys, and which of them may be used. The vendor's client is in {@code
 * client}.
 */
package dev.sealconf.keys.providers.kms;

/** The client of AWS KMS, packed with the vendor's jars. */
package dev.sealconf.keys.providers.kms.client;

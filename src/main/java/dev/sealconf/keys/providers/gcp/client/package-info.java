/** The client of Google Cloud KMS, packed with the vendor's jars. */
package dev.sealconf.keys.providers.gcp.client;

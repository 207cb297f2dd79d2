/** The Google Cloud KMS client, packaged with the vendor's jars. */
package dev.sealconf.keys.providers.gcp.client;

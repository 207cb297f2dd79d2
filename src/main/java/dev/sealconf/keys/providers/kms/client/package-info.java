/** The AWS KMS client, packaged with the vendor's jars. */
package dev.sealconf.keys.providers.kms.client;

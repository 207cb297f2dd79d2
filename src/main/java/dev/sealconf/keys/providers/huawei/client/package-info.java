/** The Huawei Cloud KMS client, packaged with the vendor's jars. */
package dev.sealconf.keys.providers.huawei.client;

/** The client of Huawei Cloud KMS, packed with the vendor's jars. */
package dev.sealconf.keys.providers.huawei.client;

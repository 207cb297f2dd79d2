/** Huawei Cloud KMS: its keys' names; the vendor's client is in {@code client}. */
package dev.sealconf.keys.providers.huawei;

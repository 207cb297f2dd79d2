/** Huawei Cloud KMS: its keys' names; the vendor's client stands in {@code client}. */
package dev.sealconf.keys.providers.huawei;

/** Sign-in with Huawei Cloud: credentials and failures. Needs the vendor's jars. */
package dev.sealconf.vendor.huawei.client;

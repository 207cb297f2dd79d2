/**
 * Sign-in with Azure: the default chain, connections, tenants and failures. Needs the vendor's
 * jars.
 */
package dev.sealconf.vendor.azure.client;

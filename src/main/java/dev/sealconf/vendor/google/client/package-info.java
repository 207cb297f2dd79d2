/**
 * Sign-in with Google: credentials, connections, projects and failures. Needs the vendor's jars.
 */
package dev.sealconf.vendor.google.client;

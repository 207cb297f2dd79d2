/**
 * Sign-in with AWS: settings, profiles, credentials, connections and failures. Needs the vendor's
 * jars.
 */
package dev.sealconf.vendor.aws.client;

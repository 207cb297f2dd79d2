/**
 * Connections to other machines: proxies, trusted authorities, retries, and sockets in the file
 * system.
 */
package dev.sealconf.io.net;

/** Network connections: proxies, trusted certificate authorities, retries, and Unix sockets. */
package dev.sealconf.io.net;

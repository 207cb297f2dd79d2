/**
 * How a run signs in with vendors and talks to them: connections, credentials, retries, and
 * messages for refusals. Key providers use it, and other parts that need a vendor's services may.
 * It knows nothing of keys. Code that needs a vendor's jars is in a package called {@code client}.
 */
package dev.sealconf.vendor;

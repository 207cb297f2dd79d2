/**
 * How a run signs in to vendors and talks to their services: connections, credentials, retries, and
 * messages for refusals. Used by key providers, and open to other parts that need a vendor's
 * services. It knows nothing about keys. Code that needs a vendor's jars is in a package called
 * {@code client}.
 */
package dev.sealconf.vendor;

/**
 * One sealed value: its token, the bytes it means, and what is authenticated with it. Knows nothing
 * of files.
 */
package dev.sealconf.envelope.token;

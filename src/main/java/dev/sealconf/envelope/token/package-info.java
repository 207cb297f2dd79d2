/**
 * One sealed value: its token, its bytes, and what is authenticated with it. Knows nothing about
 * files.
 */
package dev.sealconf.envelope.token;

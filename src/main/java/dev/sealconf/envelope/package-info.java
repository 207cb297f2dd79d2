/**
 * Everything that makes a file a sealed file: tokens, additional data, selection, MAC, metadata,
 * and the seal with its spellings. Sees documents and data keys, never files or key services.
 */
package dev.sealconf.envelope;

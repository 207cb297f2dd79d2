/**
 * Files without a structure, in {@code BinaryFormat}: SOPS stores the whole file as one value of a
 * JSON object.
 */
package dev.sealconf.document.format.binary;

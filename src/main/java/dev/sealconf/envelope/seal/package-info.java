/**
 * The {@code sealconf} field: what it holds and how it is sealed ({@code docs/format.md §8, §9}).
 * Knows nothing of documents.
 */
package dev.sealconf.envelope.seal;

/**
 * The {@code sealconf} field: what it contains and how it is sealed ({@code docs/format.md §8,
 * §9}). Knows nothing about documents.
 */
package dev.sealconf.envelope.seal;

/** Reads, checks and writes the {@code sops} block of a file ({@code docs/format.md §3}). */
package dev.sealconf.envelope.metadata;

/** The {@code sops} block of a file: read, checked and written ({@code docs/format.md §3}). */
package dev.sealconf.envelope.metadata;

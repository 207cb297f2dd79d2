/**
 * Jackson with this program's rules: exact numbers, no conversion that changes a value, and
 * required components ({@code docs/java.md §records}). Knows no document and no path. Called by
 * {@code binding}, which makes failures of what Jackson reports.
 */
package dev.sealconf.binding.jackson;

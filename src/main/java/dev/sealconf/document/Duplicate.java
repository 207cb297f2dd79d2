package dev.sealconf.document;

import dev.sealconf.error.Location;

/**
 * A key that a map has twice, or a section that a file has twice, and where its second appearance
 * is.
 */
public record Duplicate(String key, Location location) {}

package dev.sealconf.document;

import dev.sealconf.error.Location;

/**
 * A duplicate key in a map, or a duplicate section in a file, with the location of its second
 * occurrence.
 */
public record Duplicate(String key, Location location) {}

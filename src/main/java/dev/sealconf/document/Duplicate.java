package dev.sealconf.document;

import dev.sealconf.error.Location;

/** A key that stands twice in one map, and where its second appearance is. */
public record Duplicate(String key, Location location) {}

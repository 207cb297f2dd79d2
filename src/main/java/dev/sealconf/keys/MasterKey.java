package dev.sealconf.keys;

import java.util.SortedMap;

/**
 * Names who can unwrap a data key. Holds no secret.
 *
 * @param provider the id of its provider, and the name of its list in the metadata; there may be no
 *     such provider here
 * @param name what SOPS shows for it and compares it by ({@code docs/format.md §5}), such as the
 *     age recipient; untrusted
 * @param fields its fields in the metadata but for {@code enc}, sorted by name
 */
public record MasterKey(String provider, String name, SortedMap<String, Field> fields) {}

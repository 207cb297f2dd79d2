package dev.sealconf.keys;

import dev.sealconf.keys.spi.Field;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names who can unwrap a data key. Holds no secret.
 *
 * @param provider the id of its provider, and the name of its list in the metadata; there may be no
 *     such provider here
 * @param name what SOPS shows for it and compares it by ({@code docs/format.md §5}), such as the
 *     age recipient; untrusted
 * @param fields its fields in the metadata but for {@code enc}, sorted by name
 */
public record MasterKey(String provider, String name, SortedMap<String, Field> fields) {

  /** The key with the moment a file got it, in seconds and UTC; one that has it keeps it. */
  public MasterKey createdAt(Clock clock) {
    SortedMap<String, Field> dated = new TreeMap<>(fields);
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    dated.putIfAbsent("created_at", new Field.Text(now));
    return new MasterKey(provider, name, dated);
  }
}

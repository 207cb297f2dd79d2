package dev.sealconf.keys;

import dev.sealconf.keys.spi.Field;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names who can unwrap a data key. It holds no secret.
 *
 * @param provider the id of the provider, which is also the name of its list in the metadata; this
 *     program may have no such provider
 * @param name the text by which SOPS shows and compares keys ({@code docs/format.md §5}), such as
 *     an age recipient; untrusted
 * @param fields all metadata fields except {@code enc}, sorted by name
 */
public record MasterKey(String provider, String name, SortedMap<String, Field> fields) {

  /**
   * Returns the key with the current time (UTC, in seconds) as its {@code created_at}, or the key
   * itself if it already has one.
   */
  public MasterKey createdAt(Clock clock) {
    SortedMap<String, Field> dated = new TreeMap<>(fields);
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    dated.putIfAbsent("created_at", new Field.Text(now));
    return new MasterKey(provider, name, dated);
  }
}

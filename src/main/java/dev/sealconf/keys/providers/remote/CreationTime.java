package dev.sealconf.keys.providers.remote;

import dev.sealconf.io.World;
import dev.sealconf.keys.Field;
import dev.sealconf.keys.MasterKey;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;

/** The field {@code created_at}: when a file got this master key ({@code docs/format.md §5}). */
public final class CreationTime {
  private CreationTime() {}

  /** The key with the time of now, in seconds and UTC; one that has a time keeps it. */
  public static MasterKey on(MasterKey key, World world) {
    SortedMap<String, Field> fields = new TreeMap<>(key.fields());
    String now = world.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    fields.putIfAbsent("created_at", new Field.Text(now));
    return new MasterKey(key.provider(), key.name(), fields);
  }
}

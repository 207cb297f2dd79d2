package dev.sealconf.envelope.metadata;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.envelope.token.RfcTime;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the lists of wrapped keys in the metadata. Any list of maps with an {@code enc} counts,
 * whatever its name. Keys of an unknown provider are kept, and named if no key opens the file.
 */
final class MasterKeyReader {
  private static final String WRAPPED = "enc";
  private static final String DATE = "created_at";

  private final KeyProviders providers;

  MasterKeyReader(KeyProviders providers) {
    this.providers = providers;
  }

  /** Returns all wrapped keys of a block or a key group, in order. */
  WrappedGroup group(MapNode block) {
    MetadataReader.refuseTwice(block);
    List<WrappedKey> keys = new ArrayList<>();
    for (Entry entry : block.entries()) {
      for (MapNode item : MetadataReader.maps(entry.value())) {
        Optional<Node> wrapped = MetadataReader.field(item, WRAPPED);
        Optional<String> enc =
            wrapped.isPresent() ? MetadataReader.text(wrapped.get()) : Optional.empty();
        if (enc.isPresent()) {
          keys.add(key(entry.key().toLowerCase(Locale.ROOT), item, enc.get()));
        }
      }
    }
    return new WrappedGroup(List.copyOf(keys));
  }

  private WrappedKey key(String provider, MapNode item, String enc) {
    MetadataReader.refuseTwice(item);
    SortedMap<String, Field> fields = new TreeMap<>();
    for (Entry entry : item.entries()) {
      String name = entry.key().toLowerCase(Locale.ROOT);
      Optional<Field> field = name.equals(WRAPPED) ? Optional.empty() : field(entry.value());
      if (field.isPresent()) {
        fields.put(name, field.get());
      }
    }
    Optional<KeyProvider> known = providers.named(provider);
    if (known.isEmpty()) {
      return new WrappedKey(new MasterKey(provider, name(fields), fields), enc);
    }
    if (known.get().dated()) {
      checkDate(fields.get(DATE));
    }
    return new WrappedKey(known.get().read(fields), enc);
  }

  private static void checkDate(Field date) {
    boolean valid =
        date instanceof Field.Text text && RfcTime.wholeSeconds(text.value()).isPresent();
    if (!valid) {
      throw new OpeningFailure.Malformed("a key in the file's metadata has no valid created_at");
    }
  }

  private static Optional<Field> field(Node value) {
    if (value.resolved() instanceof MapNode map) {
      SortedMap<String, String> entries = new TreeMap<>();
      for (Entry entry : map.entries()) {
        Optional<String> text = MetadataReader.text(entry.value());
        if (text.isPresent()) {
          entries.put(entry.key(), text.get());
        }
      }
      return Optional.of(new Field.Table(entries));
    }
    Optional<String> text = MetadataReader.text(value);
    return text.isPresent() ? Optional.of(new Field.Text(text.get())) : Optional.empty();
  }

  private static String name(SortedMap<String, Field> fields) {
    return fields.entrySet().stream()
        .filter(e -> e.getValue() instanceof Field.Text && !e.getKey().equals(DATE))
        .map(e -> ((Field.Text) e.getValue()).value())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }
}

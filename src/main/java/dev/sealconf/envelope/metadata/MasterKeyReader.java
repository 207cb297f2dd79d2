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
 * Reads the lists of wrapped keys in the metadata. A list of maps with an {@code enc} is one,
 * whatever its name: keys of a provider that is not there are kept and named when nothing opens.
 */
final class MasterKeyReader {
  private static final String WRAPPED = "enc";
  private static final String DATE = "created_at";

  private final KeyProviders providers;

  MasterKeyReader(KeyProviders providers) {
    this.providers = providers;
  }

  /** All wrapped keys of a block or a key group, in their order. */
  WrappedGroup group(MapNode block) {
    MetadataReader.refuseTwice(block);
    List<WrappedKey> keys = new ArrayList<>();
    for (Entry entry : block.entries()) {
      for (MapNode item : MetadataReader.maps(entry.value())) {
        MetadataReader.field(item, WRAPPED)
            .flatMap(MetadataReader::text)
            .ifPresent(enc -> keys.add(key(entry.key().toLowerCase(Locale.ROOT), item, enc)));
      }
    }
    return new WrappedGroup(List.copyOf(keys));
  }

  private WrappedKey key(String provider, MapNode item, String enc) {
    MetadataReader.refuseTwice(item);
    SortedMap<String, Field> fields = new TreeMap<>();
    for (Entry entry : item.entries()) {
      String name = entry.key().toLowerCase(Locale.ROOT);
      if (!name.equals(WRAPPED)) {
        field(entry.value()).ifPresent(field -> fields.put(name, field));
      }
    }
    if (providers.named(provider).filter(KeyProvider::dated).isPresent()) {
      checkDate(fields.get(DATE));
    }
    MasterKey masterKey =
        providers
            .named(provider)
            .map(p -> p.read(fields))
            .orElseGet(() -> new MasterKey(provider, name(fields), fields));
    return new WrappedKey(masterKey, enc);
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
        MetadataReader.text(entry.value()).ifPresent(text -> entries.put(entry.key(), text));
      }
      return Optional.of(new Field.Table(entries));
    }
    return MetadataReader.text(value).map(Field.Text::new);
  }

  private static String name(SortedMap<String, Field> fields) {
    return fields.entrySet().stream()
        .filter(e -> e.getValue() instanceof Field.Text && !e.getKey().equals(DATE))
        .map(e -> ((Field.Text) e.getValue()).value())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }
}

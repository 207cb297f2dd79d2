package dev.sealconf.operation.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.operation.merge.Versions.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Merges of random maps beside a merge that is too simple to be wrong: every value by its whole
 * path, each on its own.
 */
class RandomMergesTest {
  private static final int ROUNDS = 5_000;

  private DocumentFormat format;

  @ParameterizedTest
  @ValueSource(strings = {"json", "yaml"})
  void aMergeWithoutConflictIsThatOfEveryValueOnItsOwn(String name) {
    format = new DocumentFormats().named(name);
    int merged = 0;
    int conflicts = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      Map<String, Object> base = map(random, 3);
      Map<String, Object> ours = changed(random, base);
      Map<String, Object> theirs = changed(random, base);
      ThreeWayMerge merge =
          ThreeWayMerge.of(read(base).branches(), read(ours).branches(), read(theirs).branches());
      Optional<Map<String, String>> simple = simple(flat(base), flat(ours), flat(theirs));
      if (merge.conflicts().isEmpty()) {
        merged++;
        Optional<byte[]> text = MergedText.of(read(base), read(ours), read(theirs), merge);
        assertThat(text.map(this::flat)).as("seed %s", seed).isEqualTo(simple);
      } else {
        conflicts++;
      }
    }
    assertThat(merged).isGreaterThan(ROUNDS / 10);
    assertThat(conflicts).isGreaterThan(ROUNDS / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "yaml"})
  void aMergeByKeyIsThatOfEveryValueOnItsOwn(String name) {
    format = new DocumentFormats().named(name);
    int merged = 0;
    int conflicts = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      Map<String, Object> base = map(random, 3);
      Map<String, Object> ours = changed(random, base);
      Map<String, Object> theirs = changed(random, base);
      KeyMerge merge =
          KeyMerge.of(new Versions<>(read(base), read(ours), read(theirs)), ItemIdentity.NONE);
      Optional<Map<String, String>> simple = simple(flat(base), flat(ours), flat(theirs));
      if (merge.conflicts().isEmpty()) {
        merged++;
        Map<String, String> text = flat(merge.resolved(Side.OURS));
        assertThat(Optional.of(text)).as("seed %s", seed).isEqualTo(simple);
      } else {
        conflicts++;
        assertThat(merge.conflicts())
            .as("seed %s", seed)
            .allSatisfy(
                conflict ->
                    assertThat(conflict.places())
                        .isNotEmpty()
                        .noneMatch(place -> place.path().depth() == 0));
      }
    }
    assertThat(merged).isGreaterThan(ROUNDS / 10);
    assertThat(conflicts).isGreaterThan(ROUNDS / 10);
  }

  /** Empty if a value was changed by both sides in different ways. */
  private static Optional<Map<String, String>> simple(
      Map<String, String> base, Map<String, String> ours, Map<String, String> theirs) {
    Map<String, String> merged = new TreeMap<>(base);
    for (Map<String, String> side : List.of(base, ours, theirs)) {
      for (String path : side.keySet()) {
        String was = base.get(path);
        String one = ours.get(path);
        String other = theirs.get(path);
        boolean both = !same(was, one) && !same(was, other) && !same(one, other);
        if (both) {
          return Optional.empty();
        }
        String value = same(was, one) ? other : one;
        merged.remove(path);
        if (value != null) {
          merged.put(path, value);
        }
      }
    }
    return Optional.of(merged);
  }

  private static boolean same(String one, String other) {
    return Objects.equals(one, other);
  }

  private static Map<String, Object> map(Random random, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      String key = "k" + random.nextInt(6);
      map.put(key, depth > 0 && random.nextInt(3) == 0 ? map(random, depth - 1) : value(random));
    }
    return map;
  }

  private static Object value(Random random) {
    return "v" + random.nextInt(1000);
  }

  private static Map<String, Object> changed(Random random, Map<String, Object> base) {
    Map<String, Object> changed = new LinkedHashMap<>();
    base.forEach(
        (key, value) -> {
          int dice = random.nextInt(12);
          if (value instanceof Map<?, ?> inner && dice > 1) {
            Map<String, Object> map = new LinkedHashMap<>();
            inner.forEach((name, one) -> map.put((String) name, one));
            changed.put(key, changed(random, map));
          } else if (dice == 1) {
            changed.put(key, value(random));
          } else if (dice > 1) {
            changed.put(key, value);
          }
        });
    if (changed.isEmpty() || random.nextInt(4) == 0) {
      changed.putIfAbsent("n" + random.nextInt(3), value(random));
    }
    return changed;
  }

  /** In the layout that the format prints. */
  private Document read(Map<String, Object> map) {
    return read(format.print(List.of((MapNode) node(map)), Optional.empty(), Indent.DEFAULT));
  }

  private Document read(byte[] text) {
    return format.read(new SourceText("a", text));
  }

  private static Node node(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Leaf.of((String) value);
    }
    return MapNode.of(
        map.entrySet().stream()
            .map(entry -> Entry.of((String) entry.getKey(), node(entry.getValue())))
            .toList());
  }

  private Map<String, String> flat(Map<String, Object> map) {
    return flat(read(map).source().bytes());
  }

  private Map<String, String> flat(byte[] text) {
    Map<String, String> flat = new TreeMap<>();
    collect(read(text).branches().get(0), "", flat);
    return flat;
  }

  private static void collect(Node node, String path, Map<String, String> flat) {
    if (node instanceof MapNode map) {
      for (Entry entry : map.entries()) {
        collect(entry.value(), path + "/" + entry.key(), flat);
      }
    } else if (node instanceof Leaf leaf && leaf.value() instanceof Scalar.Text value) {
      flat.put(path, value.value());
    }
  }
}

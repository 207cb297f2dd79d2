package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.Peers;
import dev.sealconf.Sealconf;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path means one value: the one that {@code asFlatMap} names so, or none. */
class PathsTest {
  @TempDir Path folder;
  private Keys keys;
  private Path sops;

  @BeforeEach
  void findSops() throws Exception {
    sops = Peers.SOPS_3_13.path();
    keys = new Keys(folder.toRealPath());
  }

  private SealedDocument read(String name, String text) throws Exception {
    return Sealconf.read(keys.sealed(sops, name, text), keys.options());
  }

  /** Values of the same name: as YAML, and their name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b: 1\na: {b: 2}\n|a.b|[\"a.b\"]|[\"a\"][\"b\"]",
        "a: {b: 2}\na.b: 1\n|a.b|[\"a\"][\"b\"]|[\"a.b\"]",
        "'a[0]': 1\na: [2]\n|a[0]|[\"a[0]\"]|[\"a\"][0]",
        "'': {x: 3}\n.x: 4\n|.x|[\"\"][\"x\"]|[\".x\"]",
        "a.b: {c: 1}\na: {b.c: 2}\n|a.b.c|[\"a.b\"][\"c\"]|[\"a\"][\"b.c\"]",
      })
  void valuesOfOneNameAreRefused(String row) throws Exception {
    String[] parts = row.split("[|]");
    SealedDocument document = read("a.yaml", parts[0]);
    String both = "the values at " + parts[2] + " and " + parts[3] + " have the same name, '";

    for (Runnable action :
        List.<Runnable>of(document::asFlatMap, document::toProperties, document::asFlatMaps)) {
      assertThatThrownBy(action::run)
          .isInstanceOf(BindingFailure.class)
          .hasMessage(both + parts[1] + "'");
    }
    assertThatThrownBy(() -> document.get(parts[1]))
        .isInstanceOf(UsageFailure.InvalidPath.class)
        .hasMessage("the path means both " + parts[2] + " and " + parts[3]);
    assertThatThrownBy(() -> document.set(parts[1], "new"))
        .isInstanceOf(UsageFailure.InvalidPath.class);
    assertThat(List.of(document.get(parts[2]), document.get(parts[3]))).doesNotHaveDuplicates();
  }

  @Test
  void notationOfSopsIsExact() throws Exception {
    SealedDocument document = read("a.yaml", "a.b: {c: 1}\na: {z: 1}\n'[\"a\"][\"q\"]': 5\n");

    assertThat(document.find("[\"a\"][\"b\"][\"c\"]")).isEmpty();
    assertThat(document.find("a[\"b\"].c")).isEmpty();
    assertThat(document.find("[\"a\"][\"q\"]")).isEmpty();
    assertThat(document.get("a.b[\"c\"]")).isEqualTo("1");
    SealedDocument changed = document.set("[\"a\"][\"b\"][\"c\"]", "V");
    assertThat(changed.get("[\"a.b\"][\"c\"]")).isEqualTo("1");
    assertThat(changed.get("[\"a\"][\"b\"][\"c\"]")).isEqualTo("V");
  }

  @Test
  void everyNameOfTheFlatMapIsAPath() throws Exception {
    SealedDocument document =
        read(
            "a.yaml",
            "a..b: 1\n.c: 2\n..: 3\n'': {'': {x: 4}, y: [5]}\nd: {'': 6, e.: 7}\n'f[0]': 8\n"
                + "'g[x]': 9\nh: {'i\"j': 10, \"k'l\": 11, 'm]': 12}\n'n\"]o': 13\n'[x': 14\n"
                + "'1': {'2': 15}\n'p\tq': 16\n\"r\\ns\": 17\nt: [[18, {u: 19}]]\n'[\"v': 20\n");
    Map<String, String> all = document.asFlatMap();

    assertThat(all).hasSize(20).containsEntry("..x", "4").containsEntry(".y[0]", "5");
    all.forEach((name, value) -> assertThat(document.get(name)).as(name).isEqualTo(value));
    all.keySet()
        .forEach(name -> assertThat(document.set(name, "V").get(name)).as(name).isEqualTo("V"));
  }

  @Test
  void aNameThatReadsAsNotationHasAHint() throws Exception {
    SealedDocument document = read("a.yaml", "'': [1]\n'[\"a\"]': 2\n");

    assertThat(document.asFlatMap()).containsOnlyKeys("[0]", "[\"a\"]");
    assertThat(hints(document, "[0]")).containsExactly("write it as [\"\"][0]");
    assertThat(document.get("[\"\"][0]")).isEqualTo("1");
    assertThat(hints(document, "[\"a\"]")).containsExactly("write it as ['[\"a\"]']");
    assertThat(document.get("['[\"a\"]']")).isEqualTo("2");
  }

  private static List<String> hints(SealedDocument document, String path) {
    try {
      throw new AssertionError(document.get(path));
    } catch (NotFound e) {
      return e.hints();
    }
  }

  @Test
  void whatIsSetIsFoundByTheSamePath() throws Exception {
    SealedDocument document = read("a.yaml", "a: [1, 2]\nb: {}\nc: text\nd: null\n");

    for (String path : new String[] {"a[2]", "b.x.y", "n[0].m", "d.e", "[\"x.y\"]", "u\"v", "1"}) {
      assertThat(document.set(path, "V").get(path)).as(path).isEqualTo("V");
    }
    for (String path : new String[] {"a[3]", "a[9].b", "n[1]", "n[0][1]", "a.x", "b[0]", "c.d"}) {
      assertThatThrownBy(() -> document.set(path, "V"))
          .as(path)
          .isInstanceOf(SealconfException.class);
      assertThat(document.find(path)).as(path).isEmpty();
    }
    assertThatThrownBy(() -> document.set("c.d", "V"))
        .isInstanceOf(BindingFailure.class)
        .hasMessage("the value at [\"c\"] is a string, and the path goes on below it");
    for (String path : new String[] {"a[-1]", "a[x]", "a[0]b", "a[99999999999]", "[\"a\"]b"}) {
      assertThatThrownBy(() -> document.find(path))
          .as(path)
          .isInstanceOf(UsageFailure.InvalidPath.class);
    }
  }

  @Test
  void aNewValueGoesBelowTheKeyThatThePathNames() throws Exception {
    SealedDocument document = read("a.yaml", "a.b: {c: 1}\na: {z: 1}\nd.e: {x: 1}\nd: {e: [2]}\n");

    assertThat(document.set("a.b.n", "V").get("[\"a.b\"][\"n\"]")).isEqualTo("V");
    assertThat(document.set("a.b.c2.n", "V").get("[\"a.b\"][\"c2\"][\"n\"]")).isEqualTo("V");
    assertThat(document.set("a.n", "V").get("[\"a\"][\"n\"]")).isEqualTo("V");
    assertThat(document.set("d.n", "V").get("[\"d\"][\"n\"]")).isEqualTo("V");
    assertThatThrownBy(() -> document.set("d.e.n", "V"))
        .isInstanceOf(UsageFailure.InvalidPath.class)
        .hasMessage("the path means both [\"d.e\"] and [\"d\"][\"e\"]");
  }

  @Test
  void keysOfFlatFilesAreTakenAsTheyAre() throws Exception {
    SealedDocument properties = read("a.env", "x=1\n");
    for (String path : new String[] {"a.b", "l[0]", "l[0].m", "[\"c..d\"]"}) {
      assertThat(properties.set(path, "V").get(path)).as(path).isEqualTo("V");
    }
    SealedDocument env = read("b.env", "export A=1\nB =2\n");
    assertThat(env.get("A")).isEqualTo("1");
    assertThat(env.get("[\"export A\"]")).isEqualTo("1");
    assertThat(env.set("A", "V").get("A")).isEqualTo("V");
    for (String key : new String[] {"export Q", " Q", "Q "}) {
      assertThatThrownBy(() -> env.set(key, "V"))
          .as(key)
          .isInstanceOf(OutputFailure.NotRepresentable.class)
          .hasMessage("programs would read the key '" + key + "' as 'Q'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.yaml", "a.json", "a.env", "a.ini", "a.properties"})
  void halfOfACharacterIsRefused(String name) throws Exception {
    Path file = keys.path(name);
    Files.writeString(
        file, name.endsWith(".json") ? "{\"a\": {}}" : name.endsWith(".yaml") ? "a: x\n" : "a=x\n");
    Sealconf.encrypt(file, keys.options());
    SealedDocument document = Sealconf.read(file, keys.options());
    String half = "x\ud800y";

    assertThatThrownBy(() -> document.set("b", half))
        .isInstanceOf(UsageFailure.InvalidValue.class)
        .hasMessage("the value has half of a character: an unpaired surrogate");
    assertThatThrownBy(() -> document.set("b", Map.of(half, "v")))
        .isInstanceOf(UsageFailure.InvalidValue.class);
    assertThatThrownBy(() -> document.set(half, "v"))
        .isInstanceOf(UsageFailure.InvalidPath.class)
        .hasMessage("the path has half of a character: an unpaired surrogate");
    assertThatThrownBy(() -> document.set("[\"" + half + "\"]", "v"))
        .isInstanceOf(UsageFailure.InvalidPath.class);
  }

  @Test
  void aPathIsNotDeeperThanAFile() throws Exception {
    for (String name : new String[] {"a.yaml", "a.json"}) {
      SealedDocument document = keys.document(name, "{\"a\": 1}\n");
      assertThatThrownBy(() -> document.set("x" + ".x".repeat(3000), "v"))
          .isInstanceOf(UsageFailure.InvalidPath.class)
          .hasMessage("the path has more than 512 steps");
    }
  }
}

package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.SealedDocument;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.NotFound;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The dots of keys in a file without maps make maps. */
class FlatKeysTest {
  private static final String SECRET = "hunter2";

  @TempDir Path folder;
  private Keys keys;

  record Db(Pool pool, String user) {}

  record Pool(int size) {}

  record User(String user) {}

  record Number(int db) {}

  @BeforeEach
  void makeKeys() throws Exception {
    keys = new Keys(folder.toRealPath());
  }

  @Test
  void readsAPart() throws Exception {
    String text = "db.pool.size=5\nother=x\ndb.user=app\n";
    for (String name : List.of("a.properties", "a.env")) {
      SealedDocument document = keys.document(name, text);

      assertThat(document.get("db", Db.class)).isEqualTo(new Db(new Pool(5), "app"));
      assertThat(document.get("db.pool", Pool.class)).isEqualTo(new Pool(5));
      assertThat(document.get("[\"db\"]", Db.class).user()).isEqualTo("app");
    }
  }

  @Test
  void failuresInAPartNameTheKey() throws Exception {
    SealedDocument document =
        keys.document("a.properties", "db.pool.size=" + SECRET + "\ndb.user=app\n");

    fails(document, "db", Db.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage(
            "the value at [\"db.pool.size\"] is a string, which can't be read as int for Db");
    fails(document, "db", User.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("User has no component for the key at [\"db\"][\"pool\"]");
    fails(document, "db", int.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("the value at [\"db\"] is a map, which can't be read as int");
    fails(document, "d", Db.class).isInstanceOf(NotFound.class).hasMessage("no value at [\"d\"]");
    fails(document, "db[0]", Db.class).isInstanceOf(NotFound.class);
  }

  @Test
  void aKeyThatIsAlsoAGroupFailsInEachOrder() throws Exception {
    for (String text :
        List.of(
            "db.port=1\ndb=hunter2\n", "db=hunter2\ndb.port=1\n", "x=1\ndb=hunter2\ndb.port=1")) {
      SealedDocument document = keys.document("a.properties", text);
      for (Class<?> type : List.of(Map.class, JsonNode.class, Number.class)) {
        assertThatThrownBy(() -> document.as(type))
            .isInstanceOf(BindingFailure.class)
            .hasMessage(
                "the file has values for 'db' and 'db.port', and 'db' can't be both a value and a"
                    + " group of values");
      }
      assertThat(document.get("db")).isEqualTo(SECRET);
      assertThat(document.get("db", String.class)).isEqualTo(SECRET);
      assertThat(document.find("db.port")).contains("1");
      assertThat(document.asFlatMap()).containsEntry("db", SECRET).containsEntry("db.port", "1");
    }
  }

  @Test
  void deeperGroupsFailToo() throws Exception {
    assertThatThrownBy(() -> keys.document("a.properties", "a.b.c=1\na.b=2\na=3\n").as(Map.class))
        .hasMessageStartingWith("the file has values for 'a.b' and 'a.b.c', ");
    assertThatThrownBy(() -> keys.document("a.properties", "a=3\na.b=2\na.b.c=1\n").as(Map.class))
        .hasMessageStartingWith("the file has values for 'a' and 'a.b', ");
    assertThatThrownBy(() -> keys.document("a.properties", "a.b.c=1\na=3\n").as(Map.class))
        .hasMessageStartingWith("the file has values for 'a' and 'a.b.c', ");
  }

  @Test
  void aKeyHasALimitedNumberOfParts() throws Exception {
    String key = "a" + ".b".repeat(600);
    SealedDocument document = keys.document("a.properties", key + "=hunter2\n");

    assertThat(document.get(key)).isEqualTo(SECRET);
    assertThatThrownBy(() -> document.as(Map.class))
        .isInstanceOf(BindingFailure.class)
        .hasMessage("a key has more than 512 parts between its dots");
  }

  record Sections(Pool pool) {}

  @Test
  void anIniFileHasNoSectionThatItDoesNotContain() throws Exception {
    assertThat(keys.document("a.ini", "[pool]\nsize = 5\n").as(Sections.class))
        .isEqualTo(new Sections(new Pool(5)));
    assertThatThrownBy(() -> keys.document("a.ini", "x = 1\n[pool]\nsize = 5\n").as(Sections.class))
        .hasMessage("Sections has no component for the key at [\"DEFAULT\"]");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> fails(
      SealedDocument document, String path, Class<?> type) {
    return assertThatThrownBy(() -> document.get(path, type))
        .satisfies(thrown -> assertThat(Everything.of(thrown)).doesNotContain(SECRET));
  }
}

package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sealconf.Peers;
import dev.sealconf.Sealconf;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.SealconfException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Documents as records. No failure contains a value. */
class RecordsTest {
  private static final String SECRET = "hunter2";

  @TempDir Path folder;
  private Keys keys;

  record Config(Db db, List<Server> servers, Optional<String> note, Map<String, String> labels) {}

  record Db(String user, char[] password, int port, double ratio, String version, Instant since) {}

  record Server(String host) {}

  record Small(int port, String password) {}

  record Checked(String password) {
    Checked {
      throw new IllegalArgumentException("not good: " + password);
    }
  }

  record Env(@JsonProperty("DB_PORT") int port, @JsonProperty("DB_PASSWORD") String password) {}

  @BeforeEach
  void makeKeys() throws Exception {
    keys = new Keys(folder.toRealPath());
  }

  private SealedDocument read(String name, String text) throws Exception {
    return Sealconf.read(keys.sealed(Peers.SOPS_3_13.path(), name, text), keys.options());
  }

  @Test
  void readsNestedRecords() throws Exception {
    Config config =
        read(
                "a.yaml",
                """
                db: {user: app, password: hunter2, port: 5432, ratio: 2.5, version: "1.10", since: "2026-01-02T03:04:05Z"}
                servers: [{host: one}, {host: two}]
                labels: {a: x, b: "7"}
                """)
            .as(Config.class);

    assertThat(config.db().password()).isEqualTo(SECRET.toCharArray());
    assertThat(config.db().port()).isEqualTo(5432);
    assertThat(config.db().ratio()).isEqualTo(2.5);
    assertThat(config.db().version()).isEqualTo("1.10");
    assertThat(config.db().since()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(config.servers()).containsExactly(new Server("one"), new Server("two"));
    assertThat(config.note()).isEmpty();
    assertThat(config.labels()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "x", "b", "7"));
  }

  @Test
  void readsAPartAndJacksonsTree() throws Exception {
    SealedDocument document = read("a.yaml", "small: {port: 1, password: hunter2}\n");

    assertThat(document.get("small", Small.class)).isEqualTo(new Small(1, SECRET));
    assertThat(document.as(JsonNode.class).at("/small/port").asInt()).isEqualTo(1);
  }

  @Test
  void readsEnvWhichHasOnlyText() throws Exception {
    assertThat(read("a.env", "DB_PORT=5432\nDB_PASSWORD=hunter2\n").as(Env.class))
        .isEqualTo(new Env(5432, SECRET));
  }

  record Flat(Small db) {}

  @Test
  void theDotsOfPropertiesMakeNestedRecords() throws Exception {
    SealedDocument good = properties("db.port=5432\ndb.password=hunter2\n");
    assertThat(good.as(Flat.class)).isEqualTo(new Flat(new Small(5432, SECRET)));
    assertThat(good.get("db.password")).isEqualTo(SECRET);
    assertThat(good.toProperties()).containsEntry("db.port", "5432");
    assertThat(good.set("db.port", 1).get("db.port")).isEqualTo("1");

    fails(properties("db.port=hunter2\ndb.password=x\n"), Flat.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessageStartingWith("the value at [\"db.port\"] is a string");
    fails(properties("db.port=1\n"), Flat.class)
        .isInstanceOf(NotFound.class)
        .hasMessage("no value at [\"db\"][\"password\"], which Flat requires");
  }

  private SealedDocument properties(String text) throws Exception {
    Path file = Files.writeString(keys.path("a.properties"), text);
    Sealconf.encrypt(file, keys.options());
    return Sealconf.read(file, keys.options());
  }

  @Test
  void namesAMissingComponent() throws Exception {
    fails(read("a.yaml", "port: 1\n"), Small.class)
        .isInstanceOf(NotFound.class)
        .hasMessage("no value at [\"password\"], which Small requires");
    fails(read("a.yaml", "port: 1\npasword: hunter2\n"), Small.class)
        .isInstanceOf(NotFound.class)
        .extracting(thrown -> ((SealconfException) thrown).hints().get(0))
        .isEqualTo("the file has 'pasword': is that it?");
    fails(read("a.yaml", "port: 1\npassword: null\n"), Small.class)
        .isInstanceOf(NotFound.class)
        .hasMessage("the value at [\"password\"] is null, and Small requires one");
  }

  @Test
  void namesAnUnknownKey() throws Exception {
    fails(read("a.yaml", "port: 1\npassword: x\npasswords: hunter2\n"), Small.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("Small has no component for the key at [\"passwords\"]")
        .extracting(thrown -> ((SealconfException) thrown).hints())
        .isEqualTo(List.of("did you mean 'password'?"));
  }

  @Test
  void namesAValueOfTheWrongType() throws Exception {
    fails(read("a.yaml", "port: hunter2\npassword: x\n"), Small.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("the value at [\"port\"] is a string, which can't be read as int for Small");
    fails(read("a.yaml", "port: 1\npassword: {a: hunter2}\n"), Small.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage(
            "the value at [\"password\"] is a map, which can't be read as String for Small");
    fails(read("a.yaml", "servers: [{host: a}, {host: [hunter2]}]\n"), Servers.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessageStartingWith("the value at [\"servers\"][1][\"host\"] is a list");
  }

  record Servers(List<Server> servers) {}

  @Test
  void doesNotRepeatWhatAConstructorSays() throws Exception {
    fails(read("a.yaml", "password: hunter2\n"), Checked.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("Checked refuses the values");
  }

  @Test
  void leavesOutTheTypeIfItIsTheValuesOwn() throws Exception {
    SealedDocument document = read("a.yaml", "port: hunter2\n");

    assertThatThrownBy(() -> document.get("port", int.class))
        .isInstanceOf(BindingFailure.class)
        .hasMessage("the value at [\"port\"] is a string, which can't be read as int");
    fails(document, String.class)
        .hasMessage("the value at the root is a map, which can't be read as String");
  }

  @Test
  void aNullOrEmptyValueIsNeverReadAsNull() throws Exception {
    SealedDocument document = read("a.yaml", "a: null\nb: ''\nc: 'null'\n");

    for (Class<?> type : List.of(String.class, Integer.class, int.class, Duration.class)) {
      assertThatThrownBy(() -> document.get("a", type))
          .isInstanceOf(NotFound.class)
          .hasMessage("the value at [\"a\"] is null");
    }
    assertThat((Object) document.get("a", Optional.class)).isEqualTo(Optional.empty());
    assertThat(document.get("b", String.class)).isEmpty();
    for (Class<?> type : List.of(Integer.class, int.class, Duration.class, Mode.class)) {
      for (String path : List.of("b", "c")) {
        assertThatThrownBy(() -> document.get(path, type))
            .isInstanceOf(BindingFailure.class)
            .hasMessageContaining(" is a string, which can't be read as " + type.getSimpleName());
      }
    }
    assertThatThrownBy(() -> document.as(Void.class)).isInstanceOf(BindingFailure.class);
  }

  enum Mode {
    SLOW,
    FAST
  }

  record Renamed(@JsonAlias("old") int port) {}

  @Test
  void namesTheKeyThatTheFileHas() throws Exception {
    fails(read("a.yaml", "old: hunter2\n"), Renamed.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("the value at [\"old\"] is a string, which can't be read as int for Renamed");
  }

  /** Checks that the failure names the file, and has a hint and no value anywhere. */
  private AbstractThrowableAssert<?, ? extends Throwable> fails(SealedDocument from, Class<?> to) {
    return assertThatThrownBy(() -> from.as(to))
        .satisfies(
            thrown -> {
              SealconfException failure = (SealconfException) thrown;
              assertThat(failure.location().orElseThrow().file()).contains("/a.");
              assertThat(failure.hints()).isNotEmpty();
              assertThat(Everything.of(thrown)).doesNotContain(SECRET);
            });
  }
}

package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.Peers;
import dev.sealconf.Sealconf;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.OutputFailure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that real SOPS encrypted, read and changed by the library. */
class SealedDocumentTest {
  private static final String YAML =
      """
      db:
        user: app # who
        password: hunter2
        port: 5432
        ratio: 2.5
        tls: true
        none: null
      servers:
        - host: one
        - host: two
      dotted.key: here
      """;

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

  @Test
  void readsValuesByTheirPaths() throws Exception {
    SealedDocument document = read("a.yaml", YAML);

    assertThat(document.get("db.password")).isEqualTo("hunter2");
    assertThat(document.get("[\"db\"][\"port\"]")).isEqualTo("5432");
    assertThat(document.get("db.ratio")).isEqualTo("2.5");
    assertThat(document.get("db.tls")).isEqualTo("true");
    assertThat(document.get("servers[1].host")).isEqualTo("two");
    assertThat(document.get("dotted.key")).isEqualTo("here");
    assertThat(document.get("db.port", int.class)).isEqualTo(5432);
    assertThat(document.find("db.none")).isEmpty();
    assertThat(document.find("db.other")).isEmpty();
    assertThat(document).hasToString("SealedDocument[" + keys.path("a.yaml") + "]");
  }

  @Test
  void givesArraysThatTheCallerCanWipe() throws Exception {
    SealedDocument document = read("a.yaml", YAML);
    char[] chars = document.chars("db.password");
    byte[] bytes = document.bytes("db.password");

    assertThat(chars).isEqualTo("hunter2".toCharArray());
    assertThat(bytes).isEqualTo("hunter2".getBytes(StandardCharsets.UTF_8));
    chars[0] = '\0';
    bytes[0] = 0;
    assertThat(document.get("db.password")).isEqualTo("hunter2");
  }

  @Test
  void returnsAllValuesAsAMapAndAsProperties() throws Exception {
    SealedDocument document = read("a.yaml", YAML);
    Map<String, Object> map = document.asMap();

    assertThat(map).containsOnlyKeys("db", "servers", "dotted.key");
    assertThat(map.get("servers")).isEqualTo(List.of(Map.of("host", "one"), Map.of("host", "two")));
    @SuppressWarnings("unchecked")
    Map<String, Object> db = (Map<String, Object>) map.get("db");
    assertThat(db)
        .containsEntry("password", "hunter2")
        .containsEntry("port", 5432L)
        .containsEntry("ratio", 2.5)
        .containsEntry("tls", true)
        .containsEntry("none", null);
    assertThatThrownBy(() -> db.put("user", "other"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(document.toProperties())
        .containsEntry("db.password", "hunter2")
        .containsEntry("servers[0].host", "one")
        .doesNotContainKey("db.none");
  }

  @Test
  void readsEachFormat() throws Exception {
    assertThat(read("a.json", "{\"db\": {\"password\": \"p\"}}").get("db.password")).isEqualTo("p");
    SealedDocument env = read("a.env", "DB_PASSWORD=p\nURL=http://x.y/?a=b\n");
    assertThat(env.get("DB_PASSWORD")).isEqualTo("p");
    assertThat(env.asMap()).containsEntry("URL", "http://x.y/?a=b");
    assertThat(read("a.ini", "[db]\npassword = p\n").get("db.password")).isEqualTo("p");
    SealedDocument whole = read("a.pem", "-----BEGIN\nkey\n");
    assertThat(whole.content()).asString().isEqualTo("-----BEGIN\nkey\n");
  }

  @Test
  void readsEveryDocumentOfAYamlFile() throws Exception {
    SealedDocument document = read("a.yaml", "a: one\n---\na: two\n");

    assertThat(document.asMaps()).containsExactly(Map.of("a", "one"), Map.of("a", "two"));
    assertThatThrownBy(() -> document.get("a"))
        .isInstanceOf(BindingFailure.class)
        .hasMessage("the file has 2 documents");
  }

  @Test
  void readsStreamsAndResources() throws Exception {
    byte[] sealed = Files.readAllBytes(keys.sealed(sops, "a.yaml", YAML));

    SealedDocument document =
        Sealconf.read(new ByteArrayInputStream(sealed), "a.yaml", keys.options());
    assertThat(document.get("db.password")).isEqualTo("hunter2");
    assertThat(document.sealed()).isEqualTo(sealed);
    assertThatThrownBy(document::write)
        .isInstanceOf(OutputFailure.NotWritten.class)
        .hasMessage("the document was not read from a file");
  }

  @Test
  void realSopsOpensWhatItSetAndWrote() throws Exception {
    SealedDocument document = read("a.yaml", YAML);

    SealedDocument changed =
        document.set("db.password", "other").set("db.port", 1).set("db.new", List.of("a", "b"));
    changed.write();

    assertThat(document.get("db.password")).isEqualTo("hunter2");
    assertThat(changed.get("db.new[1]")).isEqualTo("b");
    assertThat(keys.opened(sops, keys.path("a.yaml")))
        .contains("password: other", "port: 1", "new:")
        .doesNotContain("hunter2");
    SealedDocument env = read("b.env", "A=1\n").set("C.D", "2");
    env.write(keys.path("c.env"));
    assertThat(keys.opened(sops, keys.path("c.env"))).isEqualTo("A=1\nC.D=2\n");
  }

  @Test
  void doesNotOverwriteWhatAnotherProgramWrote() throws Exception {
    SealedDocument changed = read("a.yaml", YAML).set("db.password", "other");
    Path file = keys.path("a.yaml");
    byte[] theirs = Files.readAllBytes(keys.sealed(sops, "b.yaml", "a: theirs\n"));
    Files.write(file, theirs);

    assertThatThrownBy(changed::write)
        .isInstanceOf(OutputFailure.NotWritten.class)
        .hasMessage("the file has changed since it was read");
    assertThat(file).hasBinaryContent(theirs);
  }

  @Test
  void encryptsByRule() throws Exception {
    Path file = Files.writeString(keys.path("new.yaml"), "a: secret\n");
    Sealconf.encrypt(file, keys.options());

    assertThat(file).content().doesNotContain("secret").contains("ENC[");
    assertThat(keys.opened(sops, file)).isEqualTo("a: secret\n");
  }

  /** SOPS would have stored it as 1.1. */
  @Test
  void returnsANumberAsTheFileWritesIt() throws Exception {
    Path file = Files.writeString(keys.path("new.yaml"), "version: 1.10\n");
    Sealconf.encrypt(file, keys.options());
    SealedDocument document = Sealconf.read(file, keys.options());

    assertThat(document.get("version")).isEqualTo("1.10");
    assertThat(document.get("version", String.class)).isEqualTo("1.10");
    assertThat(document.get("version", double.class)).isEqualTo(1.1);
  }

  /** In a server or a thread pool, the thread's class loader may not know the library. */
  @Test
  void worksWhateverTheClassLoaderOfTheThreadIs() throws Exception {
    Path file = keys.sealed(sops, "a.yaml", YAML);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      for (ClassLoader other : new ClassLoader[] {ClassLoader.getPlatformClassLoader(), null}) {
        thread.setContextClassLoader(other);
        assertThat(Sealconf.read(file, keys.options()).get("db.user")).isEqualTo("app");
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void severalThreadsReadOneDocument() throws Exception {
    SealedDocument document = read("a.yaml", YAML);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> results = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        results.add(
            pool.submit(
                () ->
                    document.get("db.password")
                        + Sealconf.read(keys.path("a.yaml"), keys.options()).get("db.port")));
      }
      for (Future<String> result : results) {
        assertThat(result.get()).isEqualTo("hunter25432");
      }
    } finally {
      pool.shutdownNow();
    }
  }
}

package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.age.Bech32;
import dev.sealconf.keys.providers.age.LockedFile;
import dev.sealconf.keys.providers.age.plugin.FakePlugin;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins: one that works, and scripts that say what no plugin should. */
final class AgePluginsTest {
  /** Of someone else. */
  private static final String RECIPIENT =
      "age1luftpcty9gqzjvnwl4zp56nxhrn4tjlfmj6whlj20mu8nnfwmsqsyz2wr5";

  @TempDir Path folder;

  private final KeyProvider provider = new AgeKeyProvider();

  @Test
  void wrapsAndUnwrapsThroughThePlugin() throws IOException {
    Path log = folder.resolve("log");
    World world = holder(1).with("FAKE_PLUGIN_LOG", log.toString()).world();

    opens(wrapped(1, world), world);
    assertThat(log)
        .hasContent(
            "--age-plugin=recipient-v1 for 1, files 0\n--age-plugin=identity-v1 for 1, files 1\n");
  }

  @Test
  void everyIdentityOfAPluginGoesIntoTheSameSession() throws IOException {
    Path log = folder.resolve("log");
    Path keys = folder.resolve("keys");
    Files.writeString(keys, FakePlugin.identity(2) + "\n# c\n");
    WrappedKey file = wrapped(2, holder(1).world());
    TestWorld world = holder(1).with("SOPS_AGE_KEY_FILE", keys.toString());
    KeyProvider fresh = new AgeKeyProvider();

    fresh.unwrap(file, world.with("FAKE_PLUGIN_LOG", log.toString()).world()).close();
    assertThat(log).hasContent("--age-plugin=identity-v1 for 2, files 1\n");
  }

  @Test
  void readsPluginIdentitiesFromALockedFile() throws IOException {
    byte[] identity = FakePlugin.identity(1).getBytes(StandardCharsets.US_ASCII);
    byte[] passphrase = "correct horse".getBytes(StandardCharsets.US_ASCII);
    WrappedKey file = wrapped(1, holder(1).world());
    byte[] locked =
        LockedFile.lock(
            SecretBytes.owning(identity),
            SecretBytes.owning(passphrase),
            world().world().entropy());
    Path keys = Files.write(folder.resolve("keys"), locked);
    TestWorld world =
        world().with("SOPS_AGE_KEY_FILE", keys.toString()).withSecrets("correct horse");

    opens(file, world.world());
    assertThat(world.prompts()).containsExactly("Enter passphrase for identity '" + keys + "':");
  }

  @Test
  void filesThatAreOpenedTogetherShareASession() throws Exception {
    Path log = folder.resolve("log");
    World quick = holder(1).world();
    List<WrappedKey> files = IntStream.range(0, 4).mapToObj(i -> wrapped(1, quick)).toList();
    World slow =
        holder(1).with("FAKE_PLUGIN_LOG", log.toString()).with("FAKE_PLUGIN_PAUSE", "500").world();
    KeyProvider fresh = new AgeKeyProvider();
    ExecutorService threads = Executors.newFixedThreadPool(files.size());
    List<Future<SecretBytes>> opened =
        files.stream().map(file -> threads.submit(() -> fresh.unwrap(file, slow))).toList();
    for (Future<SecretBytes> share : opened) {
      assertThat(share.get().exposed()).hasSize(32).containsOnly(7);
    }
    threads.shutdown();

    assertThat(Files.readAllLines(log))
        .hasSizeLessThan(files.size())
        .anyMatch(line -> line.matches(".* files [234]"));
  }

  @Test
  void reportsAnIdentityThatDoesNotFit() throws IOException {
    World world = holder(2).world();
    SealconfException failure = failure(() -> provider.unwrap(wrapped(1, world), world));

    assertThat(failure.getMessage())
        .contains("SOPS_AGE_KEY (1 identity), age-plugin-fake (another key)");
    assertThat(failure.hints())
        .containsExactly(
            "put the identity AGE-PLUGIN-FAKE-1… into '"
                + folder.resolve("home/.config/sops/age/keys.txt")
                + "'");
  }

  @Test
  void saysThatThePluginIsMissingAndWhatWouldHelp() throws IOException {
    WrappedKey file = wrapped(1, holder(1).world());
    World world = holder(1).with("PATH", folder + ":.").world();
    KeyProvider fresh = new AgeKeyProvider();
    SealconfException unwrapping = failure(() -> fresh.unwrap(file, world));
    SealconfException wrapping = failure(() -> wrapped(fresh, FakePlugin.recipient(1), world));

    assertThat(unwrapping.getMessage())
        .contains("age-plugin-fake (can't find 'age-plugin-fake' on the PATH)");
    assertThat(wrapping).hasMessage("can't find 'age-plugin-fake' on the PATH");
    assertThat(wrapping.hints())
        .containsExactly("install age-plugin-fake in a folder of the PATH")
        .isEqualTo(unwrapping.hints());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", "x;y", "", "a b", "x$y"})
  void namesOfPluginsAreChecked(String name) {
    String recipient = Bech32.encode("age1" + name, new byte[4]);

    assertThat(failure(() -> provider.parse(recipient)).getMessage())
        .containsAnyOf("is malformed", "not an age recipient");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-> error internal@bm90IA@ | says 'not '",
        "-> error identity 0@G1szMW0@ | says '\\u{1b}[31m'",
        "-> error stanza 0 0@bm8@-> done@@ | says 'no'",
        "-> error stanza 0 0@bm8@ | says 'no'",
        "-> file-key 1@AAAAAAAAAAAAAAAAAAAAAA@ | does not follow the age plugin protocol",
        "-> file-key@AAAAAAAAAAAAAAAAAAAAAA@ | does not follow the age plugin protocol",
        "-> file-key 0@AAAA@ | does not follow the age plugin protocol",
        "-> file-key -1@AAAAAAAAAAAAAAAAAAAAAA@ | does not follow the age plugin protocol",
        "nonsense@ | does not follow the age plugin protocol",
        "-> done | ended before it was done",
        "'' | ended before it was done",
        "-> done@@ | another key",
        "-> unheard of@@-> done@@ | another key"
      })
  void saysWhatIsWrongWithAPlugin(String says, String why) throws IOException {
    script("printf %s '" + says.strip() + "' | tr @ '\\n'");

    assertThat(failureOfScript(world()).getMessage())
        .contains("age-plugin-script (")
        .contains(why)
        .doesNotContain("\u001b");
  }

  @Test
  void showsTheMessagesOfThePlugin() throws IOException {
    script("printf -- '-> msg\\nG1szMW0\\n'; reply; printf -- '-> done\\n\\n'");
    TestWorld world = world();
    failureOfScript(world);

    assertThat(world.err().strip()).isEqualTo("age-plugin-script says '\\u{1b}[31m'");
    assertThat(replies()).containsExactly("-> ok", "");
  }

  @ParameterizedTest
  @CsvSource({
    "request-secret, -> ok, c2VjcmV0, 'age-plugin-script asks ''PIN'':'",
    "request-public, -> ok, c2VjcmV0, 'age-plugin-script asks ''PIN'':'",
    "confirm WWVz Tm8, -> ok yes, '', 'age-plugin-script asks ''PIN'' (y: ''Yes'', n: ''No'')'",
    "confirm WWVz, -> ok yes, '', 'age-plugin-script asks ''PIN'' (y: ''Yes'')'"
  })
  void asksTheUserWhatThePluginAsks(String command, String reply, String body, String prompt)
      throws IOException {
    script("printf -- '-> " + command + "\\nUElO\\n'; reply; printf -- '-> done\\n\\n'");
    TestWorld world = world().withSecrets("secret").withConsent(true);
    failureOfScript(world);

    assertThat(world.prompts()).containsExactly(prompt);
    assertThat(replies()).containsExactly(reply, body);
  }

  @ParameterizedTest
  @CsvSource({"confirm WWVz Tm8, -> ok no", "confirm WWVz, -> fail", "confirm, -> fail"})
  void aNoIsPassedToThePlugin(String command, String reply) throws IOException {
    script("printf -- '-> " + command + "\\nUElO\\n'; reply; printf -- '-> done\\n\\n'");
    failureOfScript(world().withConsent(false));

    assertThat(replies()).containsExactly(reply, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"request-secret", "request-public", "confirm WWVz Tm8"})
  void tellsThePluginWhenThereIsNoOneToAsk(String command) throws IOException {
    script("printf -- '-> " + command + "\\nUElO\\n'; reply; printf -- '-> done\\n\\n'");
    failureOfScript(world());

    assertThat(replies()).containsExactly("-> fail", "");
  }

  /** A plugin that hears everything out and then does what the shell says. */
  private void script(String then) throws IOException {
    String script =
        """
        #!/bin/sh
        reply() { read -r a; read -r b; printf '%%s\\n%%s\\n' "$a" "$b" > '%s'; }
        while read -r line; do [ "$line" = '-> done' ] && break; done
        read -r line
        %s
        """
            .formatted(folder.resolve("replies"), then);
    Path program = Files.createDirectories(folder.resolve("bin")).resolve("age-plugin-script");
    Files.writeString(program, script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private List<String> replies() throws IOException {
    return Files.readAllLines(folder.resolve("replies"));
  }

  private SealconfException failureOfScript(TestWorld world) throws IOException {
    WrappedKey file = wrapped(provider, RECIPIENT, world().world());
    String identity = Bech32.encode("age-plugin-script-", new byte[1]).toUpperCase(Locale.ROOT);
    World one = world.with("SOPS_AGE_KEY", identity).world();
    KeyProvider fresh = new AgeKeyProvider();
    return failure(() -> fresh.unwrap(file, one));
  }

  private TestWorld holder(int id) throws IOException {
    FakePlugin.install(folder.resolve("bin"));
    return world().with("SOPS_AGE_KEY", FakePlugin.identity(id));
  }

  private TestWorld world() {
    return TestWorld.in(folder).with("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
  }

  private static void opens(WrappedKey file, World world) {
    try (SecretBytes share = new AgeKeyProvider().unwrap(file, world)) {
      assertThat(share.exposed()).hasSize(32).containsOnly(7);
    }
  }

  private WrappedKey wrapped(int id, World world) {
    return wrapped(provider, FakePlugin.recipient(id), world);
  }

  private static WrappedKey wrapped(KeyProvider by, String recipient, World world) {
    byte[] share = new byte[32];
    Arrays.fill(share, (byte) 7);
    MasterKey key = by.parse(recipient).get(0);
    return new WrappedKey(key, by.wrap(SecretBytes.owning(share), key, world));
  }

  private static SealconfException failure(Runnable call) {
    SealconfException failure = catchThrowableOfType(SealconfException.class, call::run);
    assertThat(failure).isNotNull();
    return failure;
  }
}

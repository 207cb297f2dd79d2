package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code testdata/scripts}, each in a folder of its own, with nothing but three age keys. */
class ScriptTest {
  private static final Path SCRIPTS = Path.of("testdata/scripts");
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();

  @TempDir Path folder;

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      List<Path> scripts = files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
      assertThat(scripts).isNotEmpty();
      return scripts;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void runsAsWritten(Path script) throws IOException {
    new Script(
            script,
            Files.createDirectory(folder.resolve("work")),
            Map.of(
                "ALICE", recipient("age-1.txt"),
                "BOB", recipient("age-2.txt"),
                "CAROL", recipient("age-3.txt"),
                "ALICE_KEY", privateCopy("age-1.txt"),
                "BOB_KEY", privateCopy("age-2.txt"),
                "TINK_KEY", privateCopy("tink-old.json"),
                "BOTH_KEYS", privateCopy("age-1.txt", "age-2.txt"),
                "LOCKED_KEY", privateCopy("age-locked.txt")))
        .run();
  }

  /** A checkout may be readable by others, which is warned of. */
  private String privateCopy(String... keys) throws IOException {
    Path copy = folder.resolve(String.join("-", keys));
    Files.createFile(
        copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    for (String key : keys) {
      Files.write(copy, Files.readAllBytes(KEYS.resolve(key)), StandardOpenOption.APPEND);
    }
    return copy.toString();
  }

  private static String recipient(String key) throws IOException {
    return Files.readString(KEYS.resolve(key))
        .lines()
        .filter(line -> line.startsWith("# public key: "))
        .findFirst()
        .orElseThrow()
        .substring("# public key: ".length());
  }
}

package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What opening a small file with a local key loads, and what it must not ({@code
 * docs/performance.md}).
 */
@EnabledForJreRange(
    max = JRE.JAVA_24,
    disabledReason = "an ahead-of-time cache loads all that it holds, needed or not")
class StartIT {
  /** Each of these costs a start more than opening the file does. */
  private static final List<String> TOO_DEAR =
      List.of(
          "javax.crypto.",
          "com.sun.crypto.provider.",
          "tools.jackson.databind.",
          "com.google.crypto.tink.",
          "com.google.protobuf.",
          "java.net.http.",
          "java.lang.runtime.ObjectMethods ");

  private static final String WITHOUT_ARCHIVE = "-Xshare:off";

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"plain.yaml", "plain.json", "plain.env", "plain.ini"})
  void opensASmallFileWithoutWhatIsDear(String name) throws Exception {
    List<String> loaded = loadedByDecrypting(name);
    assertThat(loaded).anyMatch(line -> line.contains("dev.sealconf.envelope.Opening "));
    assertThat(loaded).noneMatch(line -> TOO_DEAR.stream().anyMatch(line::contains));
  }

  @Test
  void theLogOfClassesTellsWhatIsLoaded() throws Exception {
    assertThat(loadedByDecrypting("plain.yaml"))
        .anyMatch(line -> line.contains("org.bouncycastle.crypto.engines."));
  }

  private List<String> loadedByDecrypting(String name) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(root.toRealPath().resolve("work"));
    Files.writeString(folder.resolve(name), content(name));
    Packaged sealconf = new Packaged(folder).withKey();
    assertThat(sealconf.run("encrypt", "-i", name).exit()).isZero();
    Path log = folder.resolve("classes.log");
    Result result =
        sealconf.with("SEALCONF_JAVA_OPTIONS", "-Xlog:class+load:file=" + log).run("decrypt", name);
    assertThat(result.out()).isEqualTo(content(name));
    return Files.readAllLines(log);
  }

  private static String content(String name) {
    return switch (name) {
      case "plain.yaml" -> "key: value\nlist: [1, 2]\n";
      case "plain.json" -> "{\"key\": \"value\"}\n";
      case "plain.ini" -> "[section]\nkey = value\n";
      default -> "KEY=value\n";
    };
  }
}

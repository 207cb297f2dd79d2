package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs under {@code run} start as if they had been called directly. */
@Timeout(600)
class RunStartIT {
  @TempDir Path root;
  private Packaged sealconf;
  private Path folder;

  @BeforeEach
  void encrypt() throws Exception {
    folder = Files.createDirectory(root.toRealPath().resolve("work"));
    sealconf = new Packaged(folder).withKey();
    Files.writeString(folder.resolve("s.yaml"), "password: hunter2-of-run\n");
    Files.writeString(
        folder.resolve("large.json"),
        "{\"password\": \"-\", \"large\": \"" + "x".repeat(200_000) + "\"}");
    assertThat(sealconf.run("encrypt", "-i", "s.yaml", "large.json").exit()).isZero();
  }

  static Stream<Path> javas() {
    return Javas.all();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void aScriptIsCalledAsTyped(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    script("first", "#!/bin/sh\necho $0 $1\n");
    script("second", "echo $0 $1\n");
    Files.createDirectory(folder.resolve("sub"));
    script("sub/third", "#!/bin/sh\necho $0 $1\n");
    String calls = "%1$s ./first a; %1$s ./second b; cd sub; %1$s ../first c; %1$s ./third d";
    for (String kind : List.of("", "--file F=password ")) {
      String run = "sealconf run " + kind + folder.resolve("s.yaml") + " --";
      assertThat(sealconf.shell(calls.formatted(run)).out())
          .isEqualTo(sealconf.shell(calls.formatted("")).out())
          .isEqualTo("./first a\n./second b\n../first c\n./third d\n");
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void whatTheSystemCanNotRunIsExplained(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    script("strange", "#!/nonexistent/interpreter\n");
    for (String kind : List.of("", "--file F=password ")) {
      Result result = sealconf.shell("sealconf run " + kind + "s.yaml -- ./strange; echo $?");
      assertThat(result.out()).isEqualTo("127\n");
      assertThat(result.err()).contains("'./strange' needs an interpreter that does not exist");
      Result large = sealconf.shell("sealconf run " + kind + "large.json -- true; echo $?");
      assertThat(large.out()).isEqualTo("126\n");
      assertThat(large.err()).contains("larger than the system allows");
    }
    if (Javas.version(java) >= 22) {
      script("binary", "\177ELF\0for another machine\n");
      Result result = sealconf.shell("sealconf run s.yaml -- ./binary; echo $?");
      assertThat(result.out()).isEqualTo("126\n");
      assertThat(result.err()).contains("'./binary' is not a program for this machine");
    }
  }

  /** Java handles QUIT itself. From Java 22 on, sealconf can ignore it again. */
  @ParameterizedTest
  @MethodSource("javas")
  void signalsThatWereIgnoredAtTheStartStayIgnored(Path java) throws Exception {
    sealconf.with("JAVA_HOME", java.toString());
    Result result =
        sealconf.shell(
            "trap '' HUP INT QUIT USR1; sealconf run --file F=password s.yaml --"
                + " grep SigIgn /proc/self/status");
    long ignored = Long.parseLong(result.out().split("\\s+")[1], 16);
    assertThat(ignored & 0x7fffffff).isEqualTo(Javas.version(java) >= 22 ? 0x207 : 0x203);
  }

  private void script(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
    assertThat(folder.resolve(name).toFile().setExecutable(true)).isTrue();
  }
}

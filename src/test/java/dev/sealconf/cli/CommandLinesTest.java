package dev.sealconf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.io.TestWorld;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinesTest {
  @TempDir Path folder;
  private TestWorld world;

  @BeforeEach
  void startWithAFreshWorld() {
    world = TestWorld.in(folder);
  }

  private int run(String... args) {
    return CommandLines.run(world.world(), "sealconf", List.of(args));
  }

  @Test
  void printsItsVersionAndThatOfSops() {
    assertThat(run("--version")).isZero();
    assertThat(world.out()).isEqualTo("sealconf 0.1.0 (sops 3.13.3 compatible)\n");
  }

  @Test
  void printsTheVersionOfSopsWhenCalledAsSops() {
    assertThat(CommandLines.run(world.world(), "sops", List.of("-v"))).isZero();
    assertThat(world.out()).isEqualTo("sops 3.13.3\n");
  }

  @Test
  void acceptsTheFlagsOfTheVersionCheckButMakesNone() {
    assertThat(run("--disable-version-check", "--check-for-updates", "-version")).isZero();
    assertThat(world.out()).startsWith("sealconf ");
  }

  @Test
  void suggestsASimilarFlag() {
    assertThat(run("decrypt", "--ignore-mca", "f.yaml")).isEqualTo(1);
    assertThat(world.err())
        .contains("unknown flag '--ignore-mca' for decrypt")
        .contains("hint: did you mean --ignore-mac?");
    assertThat(world.out()).isEmpty();
  }

  @Test
  void doesNotRepeatTheValueOfAnUnknownFlag() {
    assertThat(run("decrypt", "--pasword=hunter2", "f.yaml")).isEqualTo(1);
    assertThat(world.err()).contains("'--pasword'").doesNotContain("hunter2");
  }

  @Test
  void refusesVerbsThatAreNotAvailableYet() {
    for (String verb : List.of("publish")) {
      assertThat(run(verb, "secrets.yaml")).isEqualTo(1);
      assertThat(world.err()).contains(verb + " is not available yet");
    }
  }

  @Test
  void escapesQuotedInput() {
    assertThat(run("decrpt\u001b[31m\n")).isEqualTo(1);
    assertThat(world.err()).contains("'decrpt\\u{1b}[31m\\u{a}'").doesNotContain("\u001b");
  }

  @Test
  void refusesTwoLegacyModesAtOnce() {
    assertThat(run("-e", "-d", "f.yaml")).isEqualTo(8);
  }

  @Test
  void exitsWith100WithoutAFile() {
    assertThat(run()).isEqualTo(100);
    assertThat(run("-d")).isEqualTo(100);
    assertThat(run("rotate")).isEqualTo(100);
    assertThat(run("set")).isEqualTo(100);
    assertThat(run("unset", "a")).isEqualTo(100);
    assertThat(run("filestatus")).isEqualTo(100);
  }

  @Test
  void showsHelpForEveryVerb() {
    assertThat(run("help")).isZero();
    for (String verb : List.of("encrypt", "decrypt", "set", "unset", "rotate", "filestatus")) {
      assertThat(world.out()).contains("  " + verb + " ");
      assertThat(run(verb, "--help")).isZero();
      assertThat(world.out()).contains("Usage: sealconf " + verb + " [FLAGS]");
    }
  }

  @Test
  void refusesAFlagWithoutItsValue() {
    assertThat(run("decrypt", "f.yaml", "--extract")).isEqualTo(1);
    assertThat(world.err()).contains("--extract needs a value");
  }
}

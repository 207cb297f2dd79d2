package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyWritersIT {
  private static final int WRITERS = 20;

  @TempDir Path root;

  @Test
  void twentySetsAtOnceAllArrive() throws Exception {
    Path folder = Files.createDirectory(root.toRealPath().resolve("work"));
    Path file = folder.resolve("app.json");
    Packaged sealconf = new Packaged(folder).withKey();
    Files.writeString(file, "{\"start\": 0}\n");
    assertThat(sealconf.run("encrypt", "-i", "app.json").err()).isEmpty();
    List<Process> writers = new ArrayList<>();
    Path launcher = Packaged.DISTRIBUTION.resolve("bin/sealconf");
    for (int i = 0; i < WRITERS; i++) {
      Path streams = sealconf.home().resolve("writer" + i);
      writers.add(
          sealconf.start(
              launcher, streams, streams, "set", "app.json", "[\"key" + i + "\"]", "" + i));
    }
    for (int i = 0; i < WRITERS; i++) {
      assertThat(writers.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
      String said = Files.readString(sealconf.home().resolve("writer" + i));
      assertThat(writers.get(i).exitValue()).as(said).isZero();
    }
    String opened = sealconf.run("decrypt", "app.json").out();
    for (int i = 0; i < WRITERS; i++) {
      assertThat(opened).contains("\"key" + i + "\": " + i);
    }
  }
}

package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.Peers;
import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.RequiredKeyFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What options do, and that failures fit a Java program. */
class OptionsTest {
  @TempDir Path folder;
  private Keys keys;
  private Path file;

  @BeforeEach
  void encryptAFile() throws Exception {
    keys = new Keys(folder.toRealPath());
    file = keys.sealed(Peers.SOPS_3_13.path(), "a.yaml", "a: hunter2\nb: two\n");
  }

  @Test
  void relativePathsOfOptionsStartAtTheFolder() throws Exception {
    Files.writeString(keys.path("key.txt"), Keys.IDENTITY + "\n");
    Files.move(keys.path(".sops.yaml"), keys.path("rules.yaml"));
    Files.writeString(keys.path("new.yaml"), "a: new\n");
    SealconfOptions options =
        keys.without().ageKeyFile(Path.of("key.txt")).config(Path.of("rules.yaml"));
    Sealconf.encrypt(Path.of("new.yaml"), options);
    assertThat(Sealconf.read(Path.of("new.yaml"), options).get("a")).isEqualTo("new");
  }

  @Test
  void everyTemplateCounts() throws Exception {
    Files.writeString(keys.path("one.env"), "MISSING=\n");
    Files.writeString(keys.path("two.env"), "a=\n");
    SealconfOptions options =
        keys.options().template(Path.of("one.env")).template(Path.of("two.env"));
    assertThatThrownBy(() -> Sealconf.validate(List.of(file), options))
        .isInstanceOf(RequiredKeyFailure.class)
        .hasMessageContaining("MISSING");
  }

  @Test
  void aPathOfAnotherFileSystemIsRefused() throws Exception {
    URI zip = URI.create("jar:" + folder.resolve("a.zip").toUri());
    try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      assertThatThrownBy(() -> Sealconf.read(inside.getPath(file.toString()), keys.options()))
          .isInstanceOf(UsageFailure.class)
          .hasMessageContaining("is not in the file system of the machine");
    }
  }

  /** A fake gpg keeps its arguments. */
  @Test
  void gpgDoesNotAskAPerson() throws Exception {
    Path gpg = keys.path("gpg");
    Files.writeString(gpg, "#!/bin/sh\necho \"$@\" >>" + keys.path("gpg.log") + "\nexit 2\n");
    assertThat(gpg.toFile().setExecutable(true)).isTrue();
    String sealed = Files.readString(file);
    String pgp =
        "    pgp:\n        - created_at: \"2026-01-01T00:00:00Z\"\n          enc: x\n"
            + "          fp: FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4\n";
    Files.writeString(file, sealed.replaceAll("(?s)    age:.*?END AGE[^\n]*\n", pgp));
    SealconfOptions options = keys.without().variable("SOPS_GPG_EXEC", gpg.toString());
    assertThatThrownBy(() -> Sealconf.read(file, options)).isInstanceOf(KeyFailure.class);
    assertThat(Files.readString(keys.path("gpg.log"))).startsWith("--pinentry-mode error ");
  }

  @Test
  void hintsNameWhatAJavaProgramCanUse() throws Exception {
    String sealed = Files.readString(file);
    Files.writeString(file, sealed.replaceFirst("(?m)^b: .*\n", ""));
    assertThat(failure(() -> Sealconf.read(file, keys.options())).hints())
        .contains("SealconfOptions.ignoreMac() opens it anyway")
        .noneMatch(hint -> hint.contains("--ignore-mac"));
    assertThat(failure(() -> Sealconf.validate(List.of(file), keys.options())).hints())
        .contains("add a file that lists the keys: SealconfOptions.template(path)")
        .noneMatch(hint -> hint.contains("--template"));
  }

  @Test
  void aFailureThatIsNotCaughtShowsThePlaceAndTheHints() {
    SealconfException failure = failure(() -> Sealconf.read(file, keys.without()));
    assertThat(failure.toString())
        .startsWith("dev.sealconf.error.KeyFailure$NoDataKey: " + file + ": ")
        .contains("\nhint: ");
  }

  @Test
  void aFailureSurvivesSerialization() throws Exception {
    SealconfException failure = failure(() -> Sealconf.read(file, keys.without()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      SealconfException again = (SealconfException) in.readObject();
      assertThat(again.toString()).isEqualTo(failure.toString());
      assertThat(again.hints()).isEqualTo(failure.hints()).isNotEmpty();
      assertThat(again.origins()).isEqualTo(failure.origins());
    }
  }

  private static SealconfException failure(Runnable action) {
    try {
      action.run();
    } catch (SealconfException e) {
      return e;
    }
    throw new AssertionError("no failure");
  }
}

package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  @TempDir Path root;
  private Path folder;
  private Packaged sealconf;

  @BeforeEach
  void open() throws IOException {
    root = root.toRealPath();
    folder = Files.createDirectory(root.resolve("work"));
    sealconf = new Packaged(folder);
  }

  @Test
  void printsItsVersionAndNothingElse() throws Exception {
    Result result = sealconf.run("--version");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("sealconf ");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void passesItsArgumentsUnchanged() throws Exception {
    Result result = sealconf.run("decrypt", "no such  file *.yaml");
    assertThat(result.exit()).isEqualTo(100);
    assertThat(result.err()).contains("'no such  file *.yaml'");
  }

  @Test
  void worksThroughLinksAndInFoldersWithSpaces() throws Exception {
    Path blank = root.resolve("a b");
    Copies.exact(Packaged.DISTRIBUTION, blank.resolve("dist"));
    Path link = Files.createSymbolicLink(root.resolve("link"), blank);
    Path program =
        Files.createSymbolicLink(folder.resolve("sc"), link.resolve("dist/bin/sealconf"));
    assertThat(sealconf.run(program, "--version").out()).startsWith("sealconf ");
    assertThat(sealconf.run(Path.of("./sc"), "--version").out()).startsWith("sealconf ");
    assertThat(sealconf.run(Path.of("../a b/dist/bin/sealconf"), "--version").exit()).isZero();
  }

  @Test
  void answersToTheNameOfSops() throws Exception {
    Result result = sealconf.run(Packaged.DISTRIBUTION.resolve("libexec/sops/sops"), "--version");
    assertThat(result.out()).startsWith("sops 3.");
  }

  @Test
  void saysWhatIsMissingWithoutJava() throws Exception {
    if (Packaged.IMAGE) {
      sealconf.with("JAVA_HOME", folder.toString()).with("PATH", "/nonexistent");
      assertThat(sealconf.run("--version").exit()).isZero();
      return;
    }
    Result wrong = sealconf.with("JAVA_HOME", folder.toString()).run("--version");
    assertThat(wrong.exit()).isEqualTo(127);
    assertThat(wrong.err()).contains("JAVA_HOME");
    Path shell = Files.createDirectory(root.resolve("path"));
    Result none = sealconf.without("JAVA_HOME").with("PATH", shell.toString()).run("--version");
    assertThat(none.exit()).isEqualTo(127);
    assertThat(none.err()).contains("no java found");
  }

  @Test
  void printsNothingAboutFilesThatLookLikeJvmSettings() throws Exception {
    Files.writeString(folder.resolve(".hotspotrc"), "PrintVMOptions\n");
    Files.writeString(folder.resolve(".hotspot_compiler"), "quiet\n");
    Result result = sealconf.run("--version");
    assertThat(result.out()).startsWith("sealconf ");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void loadsItsClassesFromTheArchiveMadeAtPackaging() throws Exception {
    assertThat(Packaged.DISTRIBUTION.resolve("cds/made-for")).exists();
    assertThat(classesOutsideArchive(Packaged.DISTRIBUTION)).isLessThan(ArchiveUse.FEW);
  }

  @Test
  void makesAnArchiveAtFirstUseIfThereIsNone() throws Exception {
    Path moved = withoutArchive("moved");
    Path cache = folder.resolve("cache");
    sealconf.without("SEALCONF_NO_CACHE").with("XDG_CACHE_HOME", cache.toString());
    assertThat(sealconf.run(moved.resolve("bin/sealconf"), "--version").exit()).isZero();
    for (String kind : ArchiveUse.KINDS) {
      assertThat(slot(cache).resolve(kind)).isNotEmptyFile();
    }
    assertThat(Files.getPosixFilePermissions(slot(cache))).hasSize(3);
    assertThat(classesOutsideArchive(moved)).isLessThan(ArchiveUse.FEW);
  }

  @Test
  void startsWithAnArchiveThatIsNoArchive() throws Exception {
    Path moved = Copies.exact(Packaged.DISTRIBUTION, root.resolve("moved"));
    for (String kind : ArchiveUse.KINDS) {
      Files.writeString(moved.resolve("cds").resolve(kind), "garbage");
    }
    Result result = sealconf.run(moved.resolve("bin/sealconf"), "--version");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("sealconf ");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void runsNoProgramFromTheWorkingDirectory() throws Exception {
    for (String name : List.of("java", "sh", "readlink", "stty", "env", "cksum", "touch", "cmp")) {
      Path fake = folder.resolve("bin/" + name);
      Files.createDirectories(fake.getParent());
      Files.writeString(fake, "#!/bin/sh\necho " + name + " >>" + folder + "/started\nexit 1\n");
      Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.copy(fake, folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Copies.withoutTimes(Packaged.DISTRIBUTION, root.resolve("copied"));
    Path link = Files.createSymbolicLink(root.resolve("s"), Path.of("copied/bin/sealconf"));
    String real = System.getProperty("java.home") + "/bin:/usr/bin:/bin";
    sealconf.without("JAVA_HOME");
    for (String path :
        List.of(".:" + real, ":" + real, "bin:" + real, real + ":", "./bin:" + real)) {
      Result result = sealconf.with("PATH", path).run(link, "--version");
      assertThat(result.out()).as(path).startsWith("sealconf ");
      assertThat(folder.resolve("started")).as(path).doesNotExist();
    }
    Result none = sealconf.with("PATH", ".::bin").run("--version");
    assertThat(none.exit()).isEqualTo(Packaged.IMAGE ? 0 : 127);
    assertThat(folder.resolve("started")).doesNotExist();
  }

  @Test
  void aCrashLeavesNoCoreDump() throws Exception {
    Result result =
        sealconf
            .withKey()
            .shell(
                String.join(
                    "\n",
                    "set -e; ulimit -c unlimited; printf 'a: b\\n' >x.yaml",
                    "sealconf encrypt -i x.yaml",
                    "printf '#!/bin/sh\\nulimit -S -c >limit\\necho %s\\n' \"$SOPS_AGE_KEY\" >k",
                    "chmod +x k; unset SOPS_AGE_KEY",
                    "SOPS_AGE_KEY_CMD=./k sealconf decrypt x.yaml; ulimit -S -c; cat limit"));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).as("limit of the shell, then of Java").endsWith("unlimited\n0\n");
  }

  /** What a shell script assigns to a variable that the user exports goes to its children. */
  @Test
  void programsThatItStartsGetTheUsersVariables() throws Exception {
    Files.writeString(folder.resolve("x.yaml"), "a: b\n");
    assertThat(sealconf.withKey().run("encrypt", "-i", "x.yaml").exit()).isZero();
    Path command = folder.resolve("key");
    Files.writeString(command, "#!/bin/sh\nenv >seen\necho " + Packaged.IDENTITY + "\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    sealconf.without("SOPS_AGE_KEY").with("SOPS_AGE_KEY_CMD", "./key");
    List<String> names =
        List.of(
            "archive", "as", "at", "cache", "folder", "home", "jar", "java", "kind", "name", "path",
            "place", "release", "self", "slot", "value", "version");
    names.forEach(name -> sealconf.with(name, "mine"));
    assertThat(sealconf.run("decrypt", "x.yaml").out()).isEqualTo("a: b\n");
    assertThat(Files.readAllLines(folder.resolve("seen")))
        .containsAll(names.stream().map(name -> name + "=mine").toList());
  }

  @Test
  void plaintextOfARunThatLivesCostsAStartNothing() throws Exception {
    Path used = sealconf.home().resolve("sealconf-plain-" + "0123456789abcdef".repeat(2));
    Files.createDirectory(used);
    assertThat(loaded()).as("without a sign of an owner").contains("io.plaintext");
    Path owner = used.resolve(".owner-" + ProcessHandle.current().pid());
    Files.createFile(owner);
    assertThat(loaded()).as("while the owner lives").doesNotContain("io.plaintext");
    Process gone = new ProcessBuilder("true").start();
    assertThat(gone.waitFor()).isZero();
    Files.move(owner, used.resolve(".owner-" + gone.pid()));
    assertThat(loaded()).as("after its end").contains("io.plaintext");
  }

  /** The classes that a start loads. */
  private String loaded() throws Exception {
    Path log = root.resolve("loaded");
    sealconf.with("SEALCONF_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
    assertThat(sealconf.run("--version").exit()).isZero();
    return Files.readString(log);
  }

  private static Path slot(Path cache) throws Exception {
    Path all = cache.resolve("sealconf/cds");
    Instant limit = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(limit)) {
      if (Files.isDirectory(all)) {
        try (Stream<Path> slots = Files.list(all)) {
          List<Path> made = slots.filter(s -> !s.toString().endsWith(".making")).toList();
          if (!made.isEmpty()) {
            return made.get(0);
          }
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no archive came in a minute");
  }

  private Path withoutArchive(String name) throws IOException {
    Path made = Copies.exact(Packaged.DISTRIBUTION, root.resolve(name));
    Copies.delete(made.resolve("cds"));
    return made;
  }

  private long classesOutsideArchive(Path distribution) throws Exception {
    return ArchiveUse.classesOutside(sealconf, distribution.resolve("bin/sealconf"), root);
  }
}

package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.GnupgHome;
import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenPGP keys both ways against real SOPS, each with the same keyrings. */
class PgpSopsTest {
  private static final Path GOLDEN = Path.of("testdata/golden").toAbsolutePath();
  private static final String PUBLISHED = GOLDEN.resolve("pgp.asc").toString();
  private static final String ECC = "3903CF065212ED8051D96AAA23EE1D7DF5CCA289";
  private static final String RSA = "F4F0695E4262CFAE4E9D4BE1623FFA89F413974F";
  private static final String RSA_SUBKEY = "D12335093A8E0141534F5F3F6944858DA03C1C82!";
  private static final String LOCKED = "E049A6A09156473D61D99C1CBA49B13340908848";

  private static final byte[] NONE = {};

  @TempDir Path folder;

  static Stream<Path> published() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> repository = Files.list(GOLDEN.resolve("repository"))) {
      repository.sorted().forEach(files::add);
    }
    for (String name : List.of("multikey.enc.yaml", "shamir2of3.enc.json", "shamir3of3.enc.yaml")) {
      files.add(GOLDEN.resolve("sops-3.13.2").resolve(name));
    }
    assertThat(files).hasSize(8);
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("published")
  void opensWhatSopsPublishes(Path file) {
    GnupgHome home = GnupgHome.shared(PUBLISHED);
    String format = format(file.toString());
    byte[] expected = sops(home).run("decrypt", file.toString()).expectOk("decrypt");
    byte[] opened = sealconf(home, "decrypt", file.toString());

    assertThat(values(opened, format)).isEqualTo(values(expected, format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p.yaml", "p.json", "p.env", "p.ini", "p.bin"})
  void opensWhatSopsSealsAndSopsWhatWeSeal(String name) throws IOException {
    GnupgHome both = GnupgHome.shared("pgp-ecc.asc", "pgp-rsa.asc");
    Path plain = Files.write(folder.resolve(name), plain(name));
    String list = ECC + "," + RSA_SUBKEY;
    byte[] theirs = sops(both).run("encrypt", "--pgp", list, plain.toString()).expectOk("encrypt");
    byte[] ours = sealconf(both, "encrypt", "--pgp", list, plain.toString());

    for (String key : List.of("pgp-ecc.asc", "pgp-rsa.asc")) {
      GnupgHome one = GnupgHome.shared(key);
      Path sealed = Files.write(folder.resolve("theirs-" + name), theirs);
      assertThat(values(sealconf(one, "decrypt", sealed.toString()), format(name)))
          .isEqualTo(values(plain(name), format(name)));
      sealed = Files.write(folder.resolve("ours-" + name), ours);
      byte[] opened = sops(one).run("decrypt", sealed.toString()).expectOk("decrypt");
      assertThat(values(opened, format(name))).isEqualTo(values(plain(name), format(name)));
    }
  }

  @Test
  void sopsOpensWithoutGpgWhatWeSealWithOldKeyrings() throws IOException {
    GnupgHome rsa = GnupgHome.shared("pgp-rsa.asc");
    Path sealed = folder.resolve("p.yaml");
    try (GnupgHome old = GnupgHome.empty()) {
      Files.write(old.folder().resolve("secring.gpg"), rsa.gpg(NONE, "--export-secret-keys"));
      Files.write(old.folder().resolve("pubring.gpg"), rsa.gpg(NONE, "--export"));
      Files.writeString(sealed, "a: one\n");
      Files.write(sealed, sealconf(old, "encrypt", "--pgp", RSA, sealed.toString()));
      Sops itself = sops(old).with("SOPS_GPG_EXEC", "/bin/false");

      assertThat(itself.run("decrypt", sealed.toString()).expectOk("decrypt"))
          .asString()
          .isEqualTo("a: one\n");
      Files.writeString(sealed, "a: two\n");
      Files.write(sealed, itself.run("encrypt", "--pgp", RSA, sealed.toString()).expectOk("seal"));
      assertThat(sealconf(old, "decrypt", sealed.toString())).asString().isEqualTo("a: two\n");
    }
  }

  @Test
  void unlocksAKeyWithAPassphraseThroughTheSameWrapper() throws IOException {
    GnupgHome home = GnupgHome.shared("pgp-locked.asc");
    Path wrapper = folder.resolve("gpg");
    String options = " --batch --pinentry-mode loopback --passphrase 'correct horse' \"$@\"\n";
    Files.writeString(wrapper, "#!/bin/sh\nexec " + Peers.GPG.path() + options);
    Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwx------"));
    Path file = Files.writeString(folder.resolve("p.yaml"), "a: one\n");
    Files.write(file, sealconf(home, "encrypt", "--pgp", LOCKED, file.toString()));
    Sops sops = sops(home).with("SOPS_GPG_EXEC", wrapper.toString());
    TestWorld world = world(home).with("SOPS_GPG_EXEC", wrapper.toString());

    assertThat(sops.run("decrypt", file.toString()).expectOk("decrypt"))
        .asString()
        .isEqualTo("a: one\n");
    assertThat(run(world, "decrypt", file.toString())).asString().isEqualTo("a: one\n");
  }

  @ParameterizedTest
  @CsvSource({"pgp-ecc.asc, true", "pgp-other.asc, false"})
  void combinesSharesOfAgeAndPgpAsSopsDoes(String key, boolean opens) throws IOException {
    GnupgHome sealing = GnupgHome.shared("pgp-ecc.asc", "pgp-rsa.asc");
    Files.writeString(
        folder.resolve(".sops.yaml"),
        "creation_rules:\n  - shamir_threshold: 2\n    key_groups:\n      - age: ["
            + TestKeys.RECIPIENT
            + "]\n      - pgp: ["
            + ECC
            + "]\n      - pgp: ["
            + RSA
            + "]\n");
    Path plain = Files.writeString(folder.resolve("p.yaml"), "a: one\n");
    byte[] theirs = sops(sealing).run("encrypt", plain.toString()).expectOk("encrypt");
    byte[] ours = sealconf(sealing, "encrypt", plain.toString());
    GnupgHome home = GnupgHome.shared(key);
    TestWorld world = world(home);
    Sops sops = sops(home);
    String theirFile = Files.write(folder.resolve("theirs.yaml"), theirs).toString();
    String ourFile = Files.write(folder.resolve("ours.yaml"), ours).toString();

    assertThat(CommandLines.run(world.world(), "sealconf", List.of("decrypt", theirFile)))
        .isEqualTo(opens ? 0 : 128);
    assertThat(sops.run("decrypt", ourFile).exit()).isEqualTo(opens ? 0 : 128);
  }

  private Sops sops(GnupgHome home) {
    return new Sops(Peers.SOPS_3_13, folder)
        .with("GNUPGHOME", home.path())
        .with("SOPS_GPG_EXEC", Peers.GPG.path().toString());
  }

  private TestWorld world(GnupgHome home) {
    return TestWorld.in(folder)
        .with("GNUPGHOME", home.path())
        .with("SOPS_GPG_EXEC", Peers.GPG.path().toString())
        .with("SOPS_AGE_KEY", TestKeys.IDENTITIES);
  }

  private byte[] sealconf(GnupgHome home, String... words) {
    return run(world(home), words);
  }

  private static byte[] run(TestWorld world, String... words) {
    int exit = CommandLines.run(world.world(), "sealconf", List.of(words));
    assertThat(exit).as(world.err()).isZero();
    return world.outBytes();
  }

  private static String values(byte[] bytes, String format) {
    return Values.of(bytes, new Sample("p", format, bytes));
  }

  private static byte[] plain(String name) {
    return switch (name) {
      case "p.json" -> "{\"a\": \"one\", \"b\": {\"c\": 2}}\n".getBytes(StandardCharsets.UTF_8);
      case "p.env", "p.ini" -> "a=one\nb=two\n".getBytes(StandardCharsets.UTF_8);
      default -> "a: one\nb:\n    c: 2\n".getBytes(StandardCharsets.UTF_8);
    };
  }

  private static String format(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return switch (extension) {
      case "env" -> "dotenv";
      case "bin", "txt" -> "binary";
      default -> extension;
    };
  }
}

package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.keys.fakes.KmsFake;
import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folders of vendors' clients in the distribution: who needs none opens none of their jars, and
 * who needs one finds all in it.
 */
class ClientFoldersIT {
  private static final String PLAIN = "key: value\n";

  @TempDir Path root;

  private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectories(root.toRealPath().resolve("work"));
    file = Files.writeString(folder.resolve("plain.yaml"), PLAIN);
  }

  @Test
  void aLocalKeyOpensNoVendorJar() throws Exception {
    Path copy = copyWithBrokenClients();
    Packaged sealconf = new Packaged(folder).withKey();
    Path program = copy.resolve("bin/sealconf");
    Path log = folder.resolve("classes.log");
    sealconf.with("SEALCONF_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);

    assertThat(sealconf.run(program, "encrypt", "-i", "plain.yaml").exit()).isZero();
    assertThat(sealconf.run(program, "decrypt", "plain.yaml").out()).isEqualTo(PLAIN);
    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.contains("dev.sealconf.envelope.Opening "))
        .noneMatch(line -> line.contains("/lib/providers/") || line.contains("/lib/keyservice/"))
        .noneMatch(line -> line.contains(".client.") && line.contains("dev.sealconf.keys"));
  }

  @Test
  void aKeyOfAVendorLoadsItsJars() throws Exception {
    Packaged sealconf = new Packaged(folder).with("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    Path program = copyWithBrokenClients().resolve("bin/sealconf");
    Result result = sealconf.run(program, "encrypt", "--kms", KmsFake.KEY, "plain.yaml");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("the installation is incomplete: nothing can be loaded from");
  }

  @Test
  void callsAwsThroughTheClientInItsFolder() throws Exception {
    try (KmsFake kms = new KmsFake()) {
      Packaged sealconf = new Packaged(folder).with("SOPS_KMS_ARN", KmsFake.KEY);
      kms.holder().forEach(sealconf::with);
      Result sealed = sealconf.run("encrypt", "plain.yaml");
      Files.writeString(file, sealed.out());
      Result opened = sealconf.without("SOPS_KMS_ARN").run("decrypt", "plain.yaml");
      kms.stranger().forEach(sealconf::with);
      Result denied = sealconf.run("decrypt", "plain.yaml");

      assertThat(sealed.err() + opened.err()).isEmpty();
      assertThat(opened.out()).isEqualTo(PLAIN);
      assertThat(denied.err())
          .contains("AWS KMS denies it")
          .contains("try: aws sts get-caller-identity")
          .doesNotContain("SLF4J", "Exception");
    }
  }

  @Test
  void assumesARoleThroughTheProfilesOfTheHome() throws Exception {
    try (KmsFake kms = new KmsFake()) {
      Packaged sealconf = new Packaged(folder).with("AWS_PROFILE", "live");
      kms.noOne().forEach(sealconf::with);
      Path aws = Files.createDirectories(sealconf.home().resolve(".aws"));
      Files.writeString(
          aws.resolve("config"),
          "[profile live]\nrole_arn = " + KmsFake.ROLE + "\nsource_profile = base\n");
      Files.writeString(
          aws.resolve("credentials"),
          "[base]\naws_access_key_id = AKIAHOLDER\naws_secret_access_key = x\n");
      Result sealed = sealconf.run("encrypt", "--kms", KmsFake.KEY, "plain.yaml");
      Files.writeString(file, sealed.out());

      assertThat(sealconf.run("decrypt", "plain.yaml").out()).isEqualTo(PLAIN);
      assertThat(kms.count("AssumeRole", "OK")).isEqualTo(2);
    }
  }

  @Test
  void usesTheCredentialsOfItsContainer() throws Exception {
    try (KmsFake kms = new KmsFake()) {
      Packaged sealconf = new Packaged(folder).with("SOPS_KMS_ARN", KmsFake.KEY);
      kms.noOne().forEach(sealconf::with);
      sealconf.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", kms.address() + "/container");

      Result sealed = sealconf.run("encrypt", "plain.yaml");
      assertThat(sealed.err()).isEmpty();
      assertThat(kms.count("GetCredentials", "OK")).isEqualTo(1);
      assertThat(kms.count("Encrypt", "OK")).isEqualTo(1);
      Files.writeString(file, sealed.out());
      Result opened = sealconf.without("SOPS_KMS_ARN").run("decrypt", "plain.yaml");
      assertThat(opened.err()).isEmpty();
      assertThat(opened.out()).isEqualTo(PLAIN);
      assertThat(kms.count("GetCallerIdentity", "OK")).isEqualTo(1);
    }
  }

  /** The distribution again, in which no one can read a jar of a vendor. */
  private Path copyWithBrokenClients() throws IOException {
    Path copy = root.toRealPath().resolve("copy");
    List<Path> broken = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Packaged.DISTRIBUTION)) {
      for (Path from : all.toList()) {
        Path to = copy.resolve(Packaged.DISTRIBUTION.relativize(from).toString());
        Files.copy(from, to);
        boolean client = to.startsWith(copy.resolve("lib")) && !to.getParent().endsWith("lib");
        if (client && to.toString().endsWith(".jar")) {
          broken.add(Files.write(to, "no jar".getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    assertThat(broken).hasSizeGreaterThan(80);
    return copy;
  }
}

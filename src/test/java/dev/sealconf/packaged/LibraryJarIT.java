package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.evidence.Moto;
import dev.sealconf.library.Keys;
import dev.sealconf.packaged.MavenProject.Result;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The library's jar in programs on the module path and with a vendor's client, and its contents.
 */
class LibraryJarIT {
  private static final String NATIVE_IMAGE = "META-INF/native-image/dev.sealconf/sealconf/";
  private static final String SERVICES = "META-INF/services/dev.sealconf.";
  private static final String SECRETS = "db:\n  user: app\n  password: hunter2\n  port: 5432\n";
  private static final String REGION = "eu-central-1";

  @TempDir Path temporary;

  @Test
  void aModuleReadsItsOwnResource() throws Exception {
    Path root = temporary.toRealPath();
    try (MavenProject project = new MavenProject("modules", root.resolve("modules"))) {
      Path resources = Files.createDirectories(project.folder().resolve("src/main/resources"));
      new Keys(resources).sealed(Peers.SOPS_3_13.path(), "secrets.yaml", SECRETS);
      StringBuilder path = new StringBuilder("target/classes");
      project.compile().forEach(jar -> path.append(File.pathSeparator).append(jar));

      Result result =
          project.java(
              Map.of("SOPS_AGE_KEY", Keys.IDENTITY),
              List.of(
                  "-p",
                  path.toString(),
                  "--add-modules",
                  "ALL-MODULE-PATH",
                  "-m",
                  "example/example.Modular"));
      assertThat(result.out()).isEqualTo("user app, port 5432\nin module example\n");
    }
  }

  @Test
  void aKeyOfAVendorWorksWithTheDependenciesOfTheVendorsClient() throws Exception {
    Path root = temporary.toRealPath();
    try (Moto moto = new Moto();
        MavenProject project = new MavenProject("kms", root.resolve("kms"))) {
      Map<String, String> environment = new HashMap<>(moto.environment());
      environment.put("AWS_EC2_METADATA_DISABLED", "true");
      environment.put("HOME", root.toString());
      Path file = Files.writeString(project.folder().resolve("secrets.yaml"), SECRETS);
      ProcessBuilder sops =
          new ProcessBuilder(
              Peers.SOPS_3_13.path().toString(),
              "encrypt",
              "--in-place",
              "--kms",
              moto.key(REGION),
              file.toString());
      sops.environment().putAll(environment);
      assertThat(sops.inheritIO().start().waitFor()).isZero();
      List<Path> jars = project.compile();

      Result result = project.java(jars, "example.Kms", environment);
      assertThat(result.out()).isEqualTo("a password of 7 characters\n");
    }
  }

  @Test
  void namesItsModuleAndAllClassesThatItMakesByName() throws Exception {
    List<String> made = new ArrayList<>();
    List<String> services = new ArrayList<>();
    try (JarFile jar = new JarFile(MavenProject.library().toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo("dev.sealconf");
      for (String name : jar.stream().map(entry -> entry.getName()).toList()) {
        if (name.matches(Pattern.quote(SERVICES) + "(?!cli\\.|io\\.editor\\.).+")) {
          services.add(name);
          text(jar, name).lines().forEach(made::add);
        }
      }
      JsonNode reflection =
          JsonMapper.shared().readTree(text(jar, NATIVE_IMAGE + "reflect-config.json"));
      List<String> listed = new ArrayList<>();
      reflection.forEach(type -> listed.add(type.get("name").asString()));
      made.add("dev.sealconf.Sealconf");
      assertThat(listed).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(made);
      String pattern =
          JsonMapper.shared()
              .readTree(text(jar, NATIVE_IMAGE + "resource-config.json"))
              .at("/resources/includes/0/pattern")
              .asString();
      assertThat(services).hasSizeGreaterThan(3).allMatch(name -> name.matches(pattern));
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

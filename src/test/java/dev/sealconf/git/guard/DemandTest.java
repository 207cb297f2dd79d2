package dev.sealconf.git.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files must be encrypted: those that rules name by path, and those that attributes name. */
class DemandTest {
  @TempDir Path folder;
  private GuardedRepository repository;

  @BeforeEach
  void create() throws IOException {
    repository = new GuardedRepository(folder);
  }

  @Test
  void aRuleForAllPathsDemandsNothing() {
    String alice = GuardedRepository.alice();
    repository.file("app.yaml", "password: hunter2\n");
    repository.file(".sops.yaml", "creation_rules:\n  - age: " + alice + "\n").stage();
    assertThat(repository.verify("--all").findings()).isEmpty();

    repository.rules("'.*'").stage();
    assertThat(repository.verify("--all").findings()).isEmpty();

    repository.rules("\\.yaml$").stage();
    assertThat(repository.verify("--all").findings()).containsExactly("app.yaml plaintext");
  }

  @Test
  void aFileWithoutAValueThatItsRuleSelectsMayBePlain() {
    repository
        .file(
            ".sops.yaml",
            "creation_rules:\n"
                + "  - path_regex: \\.yaml$\n"
                + "    encrypted_regex: ^(data|stringData)$\n"
                + "    age: "
                + GuardedRepository.alice()
                + "\n")
        .file("deployment.yaml", "kind: Deployment\nspec: {replicas: 2}\n")
        .file("secret.yaml", "kind: Secret\ndata:\n  password: aHVudGVyMg==\n")
        .file("broken.yaml", "data: [\n")
        .stage();
    assertThat(repository.verify("--all").findings())
        .containsExactly("broken.yaml plaintext", "secret.yaml plaintext");
  }

  @Test
  void eachAttributeDemandsEncryption() {
    repository
        .file(
            ".gitattributes",
            "a.txt filter=sealconf\nb.txt diff=sealconf\nc.txt merge=sealconf\nd.txt sealconf\n"
                + "e.txt filter=other\n")
        .file("a.txt", "a secret")
        .file("b.txt", "a secret")
        .file("c.txt", "a secret")
        .file("d.txt", "a secret")
        .file("e.txt", "a text");
    repository.stage();
    assertThat(repository.verify("--all").findings())
        .containsExactly(
            "a.txt plaintext", "b.txt plaintext", "c.txt plaintext", "d.txt plaintext");
  }

  @Test
  void anUnsetAttributeExemptsAPath() {
    repository
        .rules("^secrets/")
        .file(".gitattributes", "secrets/README.md -sealconf\nkeys/** -sealconf\n")
        .file("secrets/README.md", "# What is in here\n")
        .file("secrets/app.yaml", "password: hunter2\n")
        .file("keys/example.txt", GuardedRepository.key("age-1.txt"))
        .stage();
    assertThat(repository.verify("--all").findings()).containsExactly("secrets/app.yaml plaintext");
  }

  @Test
  void anAttributesFileInAFolderCounts() {
    repository
        .file("deep/.gitattributes", "*.env filter=sealconf\n")
        .file("deep/down/prod.env", "PASSWORD=hunter2\n")
        .file("prod.env", "PORT=80\n")
        .stage();
    assertThat(repository.verify("--all").findings())
        .containsExactly("deep/down/prod.env plaintext");
  }

  @Test
  void anInnerConfigurationDoesNotWeakenAnOuterOne() {
    repository
        .rules("^secrets/")
        .file("secrets/.sops.yaml", "creation_rules: []\n")
        .file("secrets/app.yaml", "password: hunter2\n")
        .stage();
    assertThat(repository.verify("--all").findings()).containsExactly("secrets/app.yaml plaintext");
  }

  @Test
  void theFilterMustNotEncryptSettings() {
    repository.file(".gitattributes", "* filter=sealconf\n").stage();
    assertThat(repository.verify("--all").findings()).containsExactly(".gitattributes settings");
  }
}

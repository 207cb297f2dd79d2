package dev.sealconf.git.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.git.repository.GitProgram;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git's side of the protocol, written out. */
class FilterProcessTest {
  private static final String RECIPIENT =
      "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";

  /** Its only key is at a service that no test reaches. */
  private static final String REMOTE =
      "a: ENC[AES256_GCM,data:Zw==,iv:AAAA,tag:AAAA,type:str]\n"
          + "sops:\n"
          + "    kms:\n"
          + "        - arn: arn:aws:kms:us-east-1:111122223333:key/1-2-3\n"
          + "          created_at: \"2026-01-02T03:04:05Z\"\n"
          + "          enc: AQICAHg=\n"
          + "          aws_profile: \"\"\n"
          + "    lastmodified: \"2026-01-02T03:04:05Z\"\n"
          + "    mac: ENC[AES256_GCM,data:Zw==,iv:AAAA,tag:AAAA,type:str]\n"
          + "    version: 3.13.3\n";

  @TempDir private Path folder;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final PacketLines git = new PacketLines(InputStream.nullInputStream(), sent);
  private final List<String> failed = new ArrayList<>();
  private World world;

  @BeforeEach
  void createRepository() throws IOException {
    world =
        TestWorld.in(folder)
            .with("PATH", System.getenv("PATH"))
            .with("GIT_CONFIG_NOSYSTEM", "1")
            .world();
    new GitProgram(world).output("init", "-q");
    Files.writeString(
        folder.resolve(".sops.yaml"),
        "creation_rules:\n  - path_regex: yaml$\n    age: " + RECIPIENT + "\n");
    git.writeTexts("git-filter-client", "version=2");
    git.writeTexts("capability=clean", "capability=smudge", "capability=delay", "capability=new");
  }

  @Test
  void answersOnlyWhatItCanDo() throws IOException {
    git.writeTexts("command=new", "pathname=a.yaml");
    git.writeBytes(new byte[0]);
    PacketLines answers = run();
    assertGreeting(answers);
    assertThat(answers.texts()).contains(List.of("status=abort"));
    assertThat(answers.texts()).isEmpty();
  }

  @Test
  void aFileThatCannotBeEncryptedStopsNoOther() throws IOException {
    ask("clean", "no-rule.json", "{\"a\": 1}");
    ask("clean", "a.yaml", "a: 1\n");
    PacketLines answers = run();
    assertGreeting(answers);
    assertThat(answers.texts()).contains(List.of("status=error"));
    assertThat(answers.texts()).contains(List.of("status=success"));
    assertThat(new String(answers.bytes(), UTF_8)).contains("ENC[", RECIPIENT);
    assertThat(answers.texts()).contains(List.of());
    assertThat(failed).containsExactly("'no-rule.json'");
  }

  @Test
  void aPathMayHaveAnyCharacters() throws IOException {
    ask("clean", "a=b\u00e4\n c.yaml", "a: 1\n");
    PacketLines answers = run();
    assertGreeting(answers);
    assertThat(answers.texts()).contains(List.of("status=success"));
  }

  @Test
  void aBlobWithARemoteKeyIsDelayed() throws IOException {
    git.writeTexts("command=smudge", "pathname=a.yaml", "can-delay=1");
    git.writeBytes(REMOTE.getBytes(UTF_8));
    git.writeTexts("command=list_available_blobs");
    git.writeTexts("command=smudge", "pathname=a.yaml");
    git.writeBytes(new byte[0]);
    git.writeTexts("command=list_available_blobs");
    PacketLines answers = run();
    assertGreeting(answers);
    assertThat(answers.texts()).contains(List.of("status=delayed"));
    assertThat(answers.texts()).contains(List.of("pathname=a.yaml"));
    assertThat(answers.texts()).contains(List.of("status=success"));
    assertThat(answers.texts()).contains(List.of("status=success"));
    assertThat(new String(answers.bytes(), UTF_8)).isEqualTo(REMOTE);
    assertThat(answers.texts()).contains(List.of());
    assertThat(answers.texts()).contains(List.of()); // nothing is left
    assertThat(answers.texts()).contains(List.of("status=success"));
  }

  @Test
  void withoutLeaveToDelayABlobIsAnsweredAtOnce() throws IOException {
    ask("smudge", "a.yaml", REMOTE);
    PacketLines answers = run();
    assertGreeting(answers);
    assertThat(answers.texts()).contains(List.of("status=success"));
    assertThat(new String(answers.bytes(), UTF_8)).isEqualTo(REMOTE);
  }

  @Test
  void aStreamThatBreaksOffIsAFailure() throws IOException {
    git.writeTexts("command=clean", "pathname=a.yaml");
    assertThatThrownBy(this::run).isInstanceOf(MachineFailure.class);
  }

  @Test
  void anotherVersionOfTheProtocolIsRefused() throws IOException {
    sent.reset();
    git.writeTexts("git-filter-client", "version=3");
    assertThatThrownBy(this::run).isInstanceOf(MachineFailure.class);
  }

  private void ask(String command, String path, String content) throws IOException {
    git.writeTexts("command=" + command, "pathname=" + path);
    git.writeBytes(content.getBytes(UTF_8));
  }

  private PacketLines run() {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    try (Session session = new Session(world);
        BlobFilter filter = new BlobFilter(session, Overrides.NONE, Repository.of(world))) {
      new FilterProcess(
              new ByteArrayInputStream(sent.toByteArray()),
              answers,
              filter,
              (path, failure) -> failed.add(path))
          .run();
    }
    return new PacketLines(
        new ByteArrayInputStream(answers.toByteArray()), OutputStream.nullOutputStream());
  }

  private static void assertGreeting(PacketLines answers) throws IOException {
    assertThat(answers.texts()).contains(List.of("git-filter-server", "version=2"));
    assertThat(answers.texts())
        .contains(List.of("capability=clean", "capability=smudge", "capability=delay"));
  }
}

package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whose {@code .sops.yaml} is followed. Root and a user without rights play both parts, the one who
 * runs the program and the one who put the file there.
 */
class ConfigOwnerIT {
  private static final String REFUSED = "the configuration file belongs to another user";
  private static final String ENCRYPT =
      "printf 'a: b\\n' | sealconf encrypt --filename-override x.yaml";

  @TempDir Path root;
  private String asOther;
  private Packaged sealconf;
  private Path config;
  private Path below;

  @BeforeEach
  void open() throws IOException {
    asOther = OtherUser.command();
    root = root.toRealPath();
    everybody(root);
    Path work = everybody(Files.createDirectory(root.resolve("work")));
    below = everybody(Files.createDirectory(work.resolve("below")));
    sealconf = new Packaged(below).withKey().copiedTo(root.resolve("program"));
    config = work.resolve(".sops.yaml");
    Files.writeString(
        config,
        "creation_rules:\n  - encrypted_regex: ^nothing$\n    age: "
            + "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun\n");
  }

  private static Path everybody(Path folder) throws IOException {
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void filesOfTheUserAndOfRootAreUsed() throws Exception {
    assertFollowed(encrypt(""));
    assertFollowed(encrypt(asOther));
    OtherUser.owns(config);
    assertFollowed(encrypt(asOther));
  }

  @Test
  void aFileOfAnyoneElseIsRefusedButMayBeNamed() throws Exception {
    OtherUser.owns(config);
    Result refused = encrypt("");
    assertThat(refused.out()).isEmpty();
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains(REFUSED).contains("--config " + config);
    assertFollowed(sealconf.shell(ENCRYPT + " --config " + config));
    assertFollowed(sealconf.shell("export SOPS_CONFIG=" + config + "; " + ENCRYPT));
  }

  @Test
  void onlyRootTrustsTheUserWhoCalledSudo() throws Exception {
    OtherUser.owns(config);
    assertFollowed(sealconf.shell("export SUDO_UID=" + OtherUser.ID + "; " + ENCRYPT));
    assertThat(sealconf.shell("export SUDO_UID=1; " + ENCRYPT).err()).contains(REFUSED);
    Files.setAttribute(config, "unix:uid", 4711);
    assertThat(sealconf.shell("export SUDO_UID=4711; " + program(asOther)).err()).contains(REFUSED);
  }

  @Test
  void theOwnerOfTheRepositoryIsTrustedInTheirOwnFolders() throws Exception {
    Path work = config.getParent();
    Files.createDirectory(work.resolve(".git"));
    for (Path path : new Path[] {config, work, below}) {
      OtherUser.owns(path);
    }
    assertFollowed(encrypt(""));
    Files.setAttribute(below, "unix:uid", 4711);
    assertThat(encrypt("").err()).as("a third user's folder in it").contains(REFUSED);
    Files.setAttribute(below, "unix:uid", OtherUser.ID);
    Files.setAttribute(work, "unix:uid", 0);
    assertThat(encrypt("").err())
        .as("a repository that somebody put into a shared folder")
        .contains(REFUSED);
  }

  @Test
  void aLinkOfAnotherUserIsRefusedNoMatterWhereItLeads() throws Exception {
    Path real = Files.move(config, root.resolve("real.yaml"));
    Files.createSymbolicLink(config, real);
    assertFollowed(encrypt(""));
    assertThat(sealconf.shell("chown -h " + OtherUser.ID + " " + config).exit()).isZero();
    assertThat(encrypt("").err()).contains(REFUSED);
  }

  private Result encrypt(String as) throws Exception {
    return sealconf.shell(program(as));
  }

  private static String program(String as) {
    return ENCRYPT.replace("sealconf", as + "sealconf");
  }

  private static void assertFollowed(Result result) {
    assertThat(result.err())
        .contains("nothing in the file would be encrypted")
        .doesNotContain(REFUSED);
  }
}

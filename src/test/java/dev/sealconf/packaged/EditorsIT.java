package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real editors on a terminal of their own, whose settings ask for every copy they can make. Run
 * directly, each leaves copies of the text; run by {@code edit}, it leaves none.
 */
@Timeout(240)
class EditorsIT {
  /** An editor, settings that make it write copies, and the keys that change and save a file. */
  private enum Case {
    VIM(
        Peers.VIM,
        "",
        ".vimrc",
        "set nocompatible backup undofile undodir=~ backupdir=~ directory=~ viminfo='9,/9,\\\"9\n",
        "/s3cret\r" + "yy" + ":%s/old/new/\r" + ":wq\r"),
    NEOVIM(
        Peers.NVIM,
        "",
        ".config/nvim/init.vim",
        "set backup undofile undodir=~ backupdir=~ directory=~\n",
        "/s3cret\r" + "yy" + ":%s/old/new/\r" + ":wq\r"),
    /** Nano takes the home of root from the system, so its settings are flags here. */
    NANO(
        Peers.NANO,
        " --backup --historylog",
        ".nanorc",
        "",
        "\u0017s3cret\r" + "\u0017old\r" + "\u0004\u0004\u0004new" + "\u000f\r\u0018"),
    EMACS(
        Peers.EMACS,
        " -nw",
        ".emacs",
        "(setq backup-directory-alist '((\".\" . \"~/\")) make-backup-files t\n"
            + "  backup-enable-predicate (lambda (name) t) inhibit-startup-screen t)\n",
        "\u0013old\r" + "\u007f\u007f\u007fnew" + "\u0018\u0013\u0018\u0003"),
    /** Micro writes what was cut and pasted into its history of changes. */
    MICRO(
        Peers.MICRO,
        "",
        ".config/micro/settings.json",
        "{\"saveundo\": true, \"savehistory\": true}\n",
        "\u001b[B" + "\u000b" + "\u0016" + "c: 1\r" + "\u0013\u0011");

    private final Peers peer;
    private final String flags;
    private final String settings;
    private final String asksForCopies;
    private final String keys;

    Case(Peers peer, String flags, String settings, String asksForCopies, String keys) {
      this.peer = peer;
      this.flags = flags;
      this.settings = settings;
      this.asksForCopies = asksForCopies;
      this.keys = keys;
    }
  }

  @TempDir Path root;
  private final String secret = "s3cret" + UUID.randomUUID();
  private Path folder;
  private Packaged sealconf;

  private void open(Case editor) throws Exception {
    folder = Files.createDirectory(root.resolve("work"));
    sealconf = new Packaged(folder).withKey();
    Path settings = sealconf.home().resolve(editor.settings);
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, editor.asksForCopies);
    Files.createDirectories(sealconf.home().resolve(".local/share/nano"));
    Files.writeString(folder.resolve("s.yaml"), plain());
  }

  private String plain() {
    return "old: old\n" + "b: " + secret + "\n";
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void leavesNoCopyWhenItIsRunByEdit(Case editor) throws Exception {
    String program = editor.peer.path() + editor.flags;
    open(editor);
    assertThat(sealconf.run("encrypt", "-i", "s.yaml").exit()).isZero();
    sealconf.with("EDITOR", program);
    type("'" + Packaged.DISTRIBUTION.resolve("bin/sealconf") + "' edit s.yaml", editor.keys);
    assertThat(SecretSearch.everywhere(secret, root)).isEmpty();
    assertThat(sealconf.run("decrypt", "s.yaml").out()).isNotEqualTo(plain()).contains(secret);
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void endsTheCommandWithoutInput(Case editor) throws Exception {
    String program = editor.peer.path() + editor.flags;
    open(editor);
    assertThat(sealconf.run("encrypt", "-i", "s.yaml").exit()).isZero();
    sealconf.with("EDITOR", program).with("TERM", "xterm");
    byte[] sealed = Files.readAllBytes(folder.resolve("s.yaml"));
    assertThat(sealconf.run("edit", "s.yaml").exit()).isEqualTo(201);
    assertThat(folder.resolve("s.yaml")).hasBinaryContent(sealed);
    assertThat(SecretSearch.in(secret, Path.of("/dev/shm"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void leavesCopiesWhenItIsRunDirectly(Case editor) throws Exception {
    String program = editor.peer.path() + editor.flags;
    open(editor);
    type(program + " s.yaml", editor.keys);
    assertThat(folder.resolve("s.yaml")).content().isNotEqualTo(plain()).contains(secret);
    assertThat(SecretSearch.in("s3cret", root))
        .as("copies")
        .hasSizeGreaterThan(1)
        .contains(folder.resolve("s.yaml"));
  }

  /** Runs a command on a terminal, types once it shows the secret, and waits for its end. */
  private void type(String command, String keys) throws Exception {
    try (Terminal terminal =
        Terminal.run(folder, sealconf.environment(), command + "; echo \"ended $?\"")) {
      terminal.answer(secret, keys);
      terminal.await("ended 0");
      terminal.end();
    }
  }
}

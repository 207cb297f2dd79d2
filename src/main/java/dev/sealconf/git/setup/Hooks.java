package dev.sealconf.git.setup;

import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.file.NewFile;
import dev.sealconf.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The hooks of a repository: where they are, and which of them are sealconf's own. */
public final class Hooks {

  /** What is in a hook's place. */
  public enum State {
    /** Nothing. */
    MISSING,
    /** The hook that {@code install} writes for this program. */
    OWN,
    /** Another hook, which runs the check, too. */
    CALLS,
    /** Another hook, or something that can't be read. */
    FOREIGN
  }

  private final Session session;
  private final Path folder;
  private final boolean chosen;

  /**
   * Those that git runs in this repository.
   *
   * @param chosen the setting {@code core.hooksPath}
   */
  public Hooks(Session session, Repository repository, Optional<String> chosen) {
    this.session = session;
    this.folder =
        session.world().resolve(repository.git().line("rev-parse", "--git-path", "hooks"));
    this.chosen = chosen.isPresent();
  }

  /** Returns whether {@code core.hooksPath} names the folder: then it isn't sealconf's to write. */
  public boolean chosen() {
    return chosen;
  }

  /** Returns the file of a hook. */
  public Path file(Hook hook) {
    return folder.resolve(hook.file());
  }

  /** Returns what is in the place of a hook. */
  public State state(Hook hook, String program) {
    Path file = file(hook);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return State.MISSING;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (Arrays.equals(bytes, hook.text(program))) {
        return State.OWN;
      }
      boolean calls = new String(bytes, StandardCharsets.UTF_8).contains(hook.check());
      return calls ? State.CALLS : State.FOREIGN;
    } catch (IOException e) {
      return State.FOREIGN;
    }
  }

  /** Returns whether git can run what is there. */
  public boolean runs(Hook hook) {
    return Files.isExecutable(file(hook));
  }

  /** Writes a hook where there is none. */
  void write(Hook hook, String program) {
    NewFile.createProgram(session.world(), file(hook), hook.text(program));
  }

  /** Removes a hook. */
  void remove(Hook hook) {
    session.files().remove(file(hook));
  }
}

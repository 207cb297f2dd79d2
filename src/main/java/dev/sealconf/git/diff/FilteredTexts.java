package dev.sealconf.git.diff;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.filter.CallingGit;
import dev.sealconf.git.filter.FilterProcess;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.io.World;
import dev.sealconf.io.serve.OtherProcess;
import dev.sealconf.io.serve.RequestFolder;
import dev.sealconf.operation.file.FileAccess;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.Optional;

/**
 * Makes the texts that git compares in the process that is git's filter already, so that a git
 * command that decrypts and compares files starts Java once. It also knows which values of a
 * decrypted file its blob encrypts, also of an old one.
 */
public final class FilteredTexts implements FilterProcess.Smudged, AutoCloseable {
  private static final int ANCESTORS = 6;

  private final World world;
  private final boolean wanted;
  private Session session;
  private Textconv textconv;
  private RequestFolder requests;

  /** For the git command that started this process. */
  public FilteredTexts(World world) {
    this.world = world;
    this.wanted = world.ownsProcess() && new CallingGit(world).compares();
  }

  @Override
  public void smudged(GitPath path, byte[] stored, byte[] work) {
    if (!wanted) {
      return;
    }
    if (session == null) {
      session = new Session(world.silent());
      start();
    }
    if (textconv != null) {
      selection(path.text(), stored).ifPresent(known -> textconv.expect(work, known));
    }
  }

  private void start() {
    OtherProcess self = new OtherProcess(ProcessHandle.current().pid());
    Optional<OtherProcess> git = self.ancestor("git", ANCESTORS);
    Optional<RequestFolder> made = git.flatMap(process -> RequestFolder.create(world, process));
    if (made.isPresent()) {
      requests = made.get();
      textconv = new Textconv(world, false);
      new TextconvAnswers(textconv, git.orElseThrow()).serve(requests, () -> {});
      requests.removeAbandoned();
    }
  }

  private Optional<Selection> selection(String name, byte[] stored) {
    try {
      FileTypes types = new FileTypes(Overrides.NONE, session.formats());
      return Optional.of(
          FileAccess.metadata(types.input(name, stored), session.providers()).selection());
    } catch (SealconfException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (requests != null) {
      requests.close();
    }
    if (session != null) {
      session.close();
    }
  }
}

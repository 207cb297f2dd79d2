package dev.sealconf.git.protection;

import dev.sealconf.document.Limits;
import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.process.Subprocess;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.SealedFileFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out which files and blobs of a repository are encrypted, without any key. */
public final class StoredForms implements AutoCloseable {
  private final Repository repository;
  private final FileTypes types;
  private final SealedFileFilter sealed;
  private final Blobs blobs;
  private final boolean partial;

  /** Looks at the files and blobs of this repository. */
  public StoredForms(Session session, Repository repository) {
    this.repository = repository;
    this.types = new FileTypes(Overrides.NONE, session.formats());
    this.sealed = new SealedFileFilter(session, Overrides.NONE);
    this.blobs = new Blobs(repository);
    List<String> promised = List.of("config", "--get-regexp", "^remote\\..*\\.promisor$");
    this.partial = repository.git().run(new byte[0], promised).status() == 0;
  }

  /** Returns what a path is in the index. */
  public StoredForm inIndex(ProtectedPath path) {
    if (path.entry().isEmpty()) {
      return StoredForm.CONFLICT;
    }
    return stored(path).map(this::form).orElse(StoredForm.NOT_FETCHED);
  }

  /** Returns the blob of a path in the index; empty if a partial clone doesn't have it. */
  public Optional<Input> stored(ProtectedPath path) {
    return path.entry()
        .filter(entry -> path.checkedOut() || !partial)
        .flatMap(entry -> blobs.read(entry.object()))
        .map(blob -> types.input(path.name(), blob.bytes()));
  }

  /** Returns what a path is in the work tree. */
  public StoredForm inWorkTree(ProtectedPath path) {
    if (!path.isUtf8()) {
      return byGit(path);
    }
    Path file = path.file(repository);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return path.checkedOut() ? StoredForm.MISSING : StoredForm.NOT_CHECKED_OUT;
    }
    try {
      return Files.size(file) > Limits.FILE_BYTES
          ? StoredForm.PLAINTEXT
          : form(types.input(path.name(), Files.readAllBytes(file)));
    } catch (IOException e) {
      return StoredForm.MISSING;
    }
  }

  /** Java can't open a file whose name isn't UTF-8, but git can say whether it is the blob. */
  private StoredForm byGit(ProtectedPath path) {
    StringBuilder quoted = new StringBuilder("\"");
    path.path().chars().forEach(c -> quoted.append(String.format(Locale.ROOT, "\\%03o", c)));
    byte[] question = quoted.append("\"\n").toString().getBytes(StandardCharsets.US_ASCII);
    List<String> command =
        List.of("-C", repository.top().toString(), "hash-object", "--no-filters", "--stdin-paths");
    Subprocess.Result result = repository.git().run(question, command);
    if (result.status() != 0) {
      return path.checkedOut() ? StoredForm.MISSING : StoredForm.NOT_CHECKED_OUT;
    }
    String object = new String(result.out(), StandardCharsets.US_ASCII).strip();
    return path.entry().filter(entry -> entry.object().equals(object)).isPresent()
        ? inIndex(path)
        : StoredForm.PLAINTEXT;
  }

  private StoredForm form(Input input) {
    if (input.source().bytes().length == 0) {
      return StoredForm.EMPTY;
    }
    return sealed.contain(input) ? StoredForm.ENCRYPTED : StoredForm.PLAINTEXT;
  }

  @Override
  public void close() {
    blobs.close();
  }
}

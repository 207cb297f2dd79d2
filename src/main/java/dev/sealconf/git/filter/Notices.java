package dev.sealconf.git.filter;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.io.Tell;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Warns once about each kind of problem in a git command: it names the first file, and counts the
 * others. May be used from several threads.
 */
final class Notices implements AutoCloseable {

  /** A kind of problem, with the words that follow the name of the file. */
  enum Kind {
    NO_KEY("stays encrypted in the work tree"),
    NOT_OPENED("stays encrypted in the work tree"),
    NOT_ENCRYPTED("is stored unencrypted in git"),
    NEW_KEY("gets a new data key, so all its values change"),
    RAW("is encrypted as a whole"),
    FAILED("can't be encrypted");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Tell tell;
  private final Map<Kind, Integer> said = new LinkedHashMap<>();

  Notices(Tell tell) {
    this.tell = tell;
  }

  /** Warns about a file, for a reason that is safe to print. */
  synchronized void say(Kind kind, GitPath path, String reason) {
    if (said.merge(kind, 1, Integer::sum) == 1) {
      tell.warn(Printable.quote(path.text()) + " " + kind.words + ": " + reason);
    }
  }

  /** Warns about a file with the message and the hints of a failure. */
  synchronized void say(Kind kind, GitPath path, SealconfException failure) {
    boolean first = !said.containsKey(kind);
    say(kind, path, failure.getMessage());
    if (first) {
      failure.hints().forEach(hint -> tell.say("hint: " + hint));
    }
  }

  @Override
  public synchronized void close() {
    said.forEach(
        (kind, count) -> {
          if (count > 1) {
            tell.warn((count - 1) + " more: " + kind.words);
          }
        });
    said.clear();
  }
}

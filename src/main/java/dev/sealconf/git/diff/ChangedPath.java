package dev.sealconf.git.diff;

import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.process.Subprocess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that differs between two revisions, or between a revision and the work tree.
 *
 * @param text its path, from the top of the work tree
 * @param before the object before; empty if there was none
 * @param after the object after; empty if there is none, or if the file in the work tree is meant
 */
record ChangedPath(
    String text, Optional<String> before, Optional<String> after, boolean inWorkTree) {
  private static final String RANGE = "..";

  /**
   * Returns the files that differ, by what {@code git diff-tree} and {@code git diff-index} print.
   *
   * @param range a revision, or two with two dots between them; one that is left out is {@code
   *     HEAD}
   * @param paths relative to the working directory; none for all files
   * @throws UsageFailure.Mistake if a revision is not known
   */
  static List<ChangedPath> in(Repository repository, String range, List<String> paths) {
    int dots = range.indexOf(RANGE);
    boolean two = dots >= 0;
    List<String> command = new ArrayList<>();
    command.add(two ? "diff-tree" : "diff-index");
    command.addAll(List.of("-r", "-z", "--raw", "--no-renames", "--no-abbrev"));
    command.add(commit(repository, two ? range.substring(0, dots) : range));
    if (two) {
      command.add(commit(repository, range.substring(dots + RANGE.length())));
    }
    command.add("--");
    command.addAll(paths);
    return parse(repository.git().output(command), !two);
  }

  private static String commit(Repository repository, String revision) {
    String name = revision.isEmpty() ? "HEAD" : revision;
    Subprocess.Result found =
        repository
            .git()
            .run(new byte[0], List.of("rev-parse", "--verify", "--quiet", name + "^{commit}"));
    if (name.startsWith("-") || name.startsWith(".") || found.status() != 0) {
      throw new UsageFailure.Mistake(
              Printable.quote(name) + " is not a revision of this repository")
          .hint("to compare two files, name both: sealconf diff A B");
    }
    return new String(found.out(), StandardCharsets.US_ASCII).strip();
  }

  /** Each entry is {@code :MODE MODE OBJECT OBJECT STATUS NUL PATH NUL}. */
  private static List<ChangedPath> parse(byte[] raw, boolean workTree) {
    List<ChangedPath> paths = new ArrayList<>();
    String[] parts = new String(raw, StandardCharsets.UTF_8).split("\0");
    for (int i = 0; i + 1 < parts.length; i += 2) {
      String[] fields = parts[i].split(" ");
      paths.add(
          new ChangedPath(
              parts[i + 1],
              object(fields[0].substring(1), fields[2]),
              object(fields[1], fields[3]),
              workTree));
    }
    return paths;
  }

  /** Returns the object of a file: links and submodules have none that is read. */
  private static Optional<String> object(String mode, String object) {
    return mode.startsWith("100") && !object.matches("0+") ? Optional.of(object) : Optional.empty();
  }
}

package dev.sealconf.git.filter;

import java.util.List;
import java.util.Set;

/** What the arguments of {@code git commit} say ({@code git-commit(1)}, options). */
final class CommitArguments {
  private static final Set<String> FILES = Set.of("--all", "--include", "--only");

  /** Long options whose value is the next argument, unless it follows an equals sign. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--message",
          "--file",
          "--author",
          "--date",
          "--reuse-message",
          "--reedit-message",
          "--fixup",
          "--squash",
          "--template",
          "--trailer",
          "--cleanup",
          "--pathspec-from-file");

  /** Short options whose value is the rest of the argument, or else the next one. */
  private static final String SHORT_WITH_VALUE = "mFcCt";

  private CommitArguments() {}

  /**
   * Returns whether the commit takes files from the work tree: all changed ones, or some that the
   * arguments name. If not, it takes only what is in the index.
   *
   * @param arguments those after {@code commit}
   */
  static boolean takeFiles(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (FILES.contains(argument) || argument.startsWith("--pathspec-from-file")) {
        return true;
      }
      if (argument.equals("--")) {
        return i + 1 < arguments.size();
      }
      if (argument.startsWith("--")) {
        i += WITH_VALUE.contains(argument) ? 1 : 0;
      } else if (argument.startsWith("-") && argument.length() > 1) {
        int value = firstWithValue(argument);
        if (argument.substring(1, value).matches(".*[aio].*")) {
          return true;
        }
        i += value == argument.length() - 1 ? 1 : 0;
      } else {
        return true; // a path
      }
    }
    return false;
  }

  /** Returns the place of the first letter that has a value, or the length of the argument. */
  private static int firstWithValue(String cluster) {
    for (int i = 1; i < cluster.length(); i++) {
      if (SHORT_WITH_VALUE.indexOf(cluster.charAt(i)) >= 0) {
        return i;
      }
    }
    return cluster.length();
  }
}

package dev.sealconf.git.guard.finding;

/**
 * One check that failed.
 *
 * @param file the version of the file that failed it
 * @param line from 1; 0 for the file as a whole
 * @param message what is wrong, without a full stop; holds no value, and is safe to print
 * @param hint what to do; safe to print and to paste
 */
public record Finding(Check check, FileVersion file, int line, String message, String hint)
    implements Comparable<Finding> {

  /** Sorts by path, line and check. */
  @Override
  public int compareTo(Finding other) {
    int order = file.path().compareTo(other.file.path());
    if (order == 0) {
      order = Integer.compare(line, other.line);
    }
    return order == 0 ? check.compareTo(other.check) : order;
  }
}

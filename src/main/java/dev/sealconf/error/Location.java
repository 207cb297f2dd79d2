package dev.sealconf.error;

import java.io.Serializable;

/**
 * A place in a file: a name as the user gave it, a line and a column. Both are counted from 1;
 * columns count code points. Line 0 means the file as a whole.
 */
public record Location(String file, int line, int column) implements Serializable {

  /** Returns the location of a file as a whole. */
  public static Location of(String file) {
    return new Location(file, 0, 0);
  }

  /** Returns {@code file:line:column}, quoted for the terminal. */
  @Override
  public String toString() {
    String name = Printable.plain(file);
    return line == 0 ? name : name + ":" + line + ":" + column;
  }
}

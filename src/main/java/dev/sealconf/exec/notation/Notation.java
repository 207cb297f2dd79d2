package dev.sealconf.exec.notation;

import dev.sealconf.exec.variable.Variable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A way to write environment variables for one kind of reader.
 *
 * <p>An implementation is one class with {@code @AutoService(Notation.class)} and a public
 * constructor without arguments. {@code NotationReadersTest} requires a reader for each one and
 * checks that it reads back what was written.
 */
public interface Notation {

  /** Returns the word for {@code env --format}. */
  String name();

  /** Returns the position in help. Lower numbers come first. */
  int rank();

  /** Returns the name of the reader for help and messages, such as {@code docker --env-file}. */
  String reader();

  /**
   * Returns the text to print.
   *
   * @param variables in output order, with unique names
   * @param files the absolute paths of the files that the variables come from
   * @throws dev.sealconf.error.OutputFailure.NotRepresentable if the reader would not read a
   *     variable back byte for byte; the message has its name, never its value
   */
  byte[] write(List<Variable> variables, List<Path> files);

  /**
   * Returns the environment variable that names the file to append to, if the reader works that
   * way. Standard output then gets {@link #announcement}.
   */
  default Optional<String> target() {
    return Optional.empty();
  }

  /** Returns what to print when the notation goes to the file that {@link #target} names. */
  default byte[] announcement(List<Variable> variables) {
    return new byte[0];
  }
}

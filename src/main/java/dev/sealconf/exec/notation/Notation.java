package dev.sealconf.exec.notation;

import dev.sealconf.exec.variable.Variable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A way to write environment variables for one kind of reader.
 *
 * <p>An implementation is one class annotated {@code @AutoService(Notation.class)} with a public
 * constructor without arguments. {@code NotationContractTest} checks that each one has a reader
 * that gives back what was written.
 */
public interface Notation {

  /** The word of {@code env --format}. */
  String name();

  /** The place in help; lower first. */
  int rank();

  /** What reads it, for help and messages: {@code docker --env-file}. */
  String reader();

  /**
   * The text to print.
   *
   * @param variables in the order to write them in, each name once
   * @param files the files they come from, absolute
   * @throws dev.sealconf.error.OutputFailure.NotRepresentable if the reader would not read a
   *     variable back byte for byte; the message has its name, never its value
   */
  byte[] write(List<Variable> variables, List<Path> files);

  /**
   * The variable that names a file to which the notation is added, if that is where its reader
   * looks; standard output then gets {@link #announcement}.
   */
  default Optional<String> target() {
    return Optional.empty();
  }

  /** What standard output gets when the notation goes to the file that {@link #target} names. */
  default byte[] announcement(List<Variable> variables) {
    return new byte[0];
  }
}

package dev.sealconf.evidence;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.error.SealconfException;
import java.util.function.Supplier;

/**
 * How an operation ended.
 *
 * @param exit the exit code, 0 if it returned something
 * @param out what it returned, empty if it failed
 * @param words the message, its place and its hints
 */
record Outcome(int exit, byte[] out, String words) {

  /** Runs it; any exception but {@code SealconfException} is a defect and goes through. */
  static Outcome of(Supplier<byte[]> operation) {
    try {
      return new Outcome(0, operation.get(), "");
    } catch (SealconfException e) {
      String place = e.location().map(Object::toString).orElse("");
      return new Outcome(
          ExitCode.of(e).number(), new byte[0], place + " " + e.getMessage() + " " + e.hints());
    }
  }
}

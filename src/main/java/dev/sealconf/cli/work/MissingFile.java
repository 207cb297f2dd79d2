package dev.sealconf.cli.work;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import java.util.function.Supplier;

/** SOPS has another exit code for a file that does not exist in almost every verb. */
public final class MissingFile {
  private MissingFile() {}

  /** The result of {@code work}; its failure for want of a file gets this code. */
  public static <T> T as(ExitCode code, Supplier<T> work) {
    try {
      return work.get();
    } catch (SealconfException e) {
      if (e.code() != ExitCode.NO_FILE) {
        throw e;
      }
      throw code == ExitCode.COULD_NOT_READ_INPUT
          ? e.as(code).inSops("Error reading file: no such file or directory")
          : e.as(code);
    }
  }
}

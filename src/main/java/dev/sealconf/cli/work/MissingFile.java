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
      throw e.code() == ExitCode.NO_FILE ? e.as(code) : e;
    }
  }
}

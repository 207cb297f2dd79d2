package dev.sealconf.cli.failure;

import dev.sealconf.error.FileFailure;
import java.util.function.Supplier;

/** SOPS has another exit code for a file that doesn't exist in almost every verb. */
public final class MissingFile {
  private MissingFile() {}

  /**
   * The result of {@code work}.
   *
   * @throws CodedFailure with this code if a file is missing
   */
  public static <T> T as(ExitCode code, Supplier<T> work) {
    try {
      return work.get();
    } catch (FileFailure.Missing e) {
      throw new CodedFailure(code, e);
    }
  }

  /**
   * Runs {@code work}.
   *
   * @throws CodedFailure with this code if a file is missing
   */
  public static void during(ExitCode code, Runnable work) {
    as(
        code,
        () -> {
          work.run();
          return null;
        });
  }
}

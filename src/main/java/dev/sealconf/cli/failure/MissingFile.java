package dev.sealconf.cli.failure;

import dev.sealconf.error.FileFailure;
import java.util.function.Supplier;

/** Sets the exit code for a missing file. SOPS uses a different one in almost every verb. */
public final class MissingFile {
  private MissingFile() {}

  /**
   * Returns the result of {@code work}.
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

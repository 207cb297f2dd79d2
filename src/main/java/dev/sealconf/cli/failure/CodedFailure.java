package dev.sealconf.cli.failure;

import dev.sealconf.error.SealconfException;

/** A failure for which a command has its own exit code, as some verbs of SOPS do. */
public final class CodedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final SealconfException failure;

  /** Gives this failure this exit code. */
  public CodedFailure(ExitCode code, SealconfException failure) {
    super(failure.getMessage(), null, false, false);
    this.code = code;
    this.failure = failure;
  }

  /** Returns the exit code. */
  public ExitCode code() {
    return code;
  }

  /** Returns the failure. */
  public SealconfException failure() {
    return failure;
  }
}

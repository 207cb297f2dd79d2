package dev.sealconf.cli.failure;

import dev.sealconf.error.SealconfException;

/** A failure for which a command has an exit code of its own, as some verbs of SOPS have. */
public final class CodedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final SealconfException failure;

  /** This failure with this exit code. */
  public CodedFailure(ExitCode code, SealconfException failure) {
    super(failure.getMessage(), null, false, false);
    this.code = code;
    this.failure = failure;
  }

  /** The exit code that the command has for it. */
  public ExitCode code() {
    return code;
  }

  /** What happened. */
  public SealconfException failure() {
    return failure;
  }
}

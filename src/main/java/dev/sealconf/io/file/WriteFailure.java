package dev.sealconf.io.file;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;

/** Explains in this program's words why the system refused to write, and what helps. */
enum WriteFailure {
  NO_SPACE("No space left", "no space is left on the device", "free some space and run it again"),
  QUOTA("quota exceeded", "the disk quota is used up", "free some space and run it again"),
  TOO_LARGE("File too large", "the file would be too large", "see 'ulimit -f'"),
  READ_ONLY(
      "Read-only file system",
      "the file system is read-only",
      "write to another place with --output"),
  BUSY(
      "resource busy",
      "the file is a mount point, so it can't be replaced in one step",
      "mount its folder instead of the file, or write to another place with --output"),
  DEVICE_ERROR("Input/output error", "the device reported an error", "check the disk"),
  NOT_PERMITTED("not permitted", "the system does not allow it", "see 'lsattr' and 'ls -l'"),
  DENIED("", "permission was denied", "make its folder writable, or use --output"),
  NOT_ATOMIC(
      "",
      "its file system can't replace a file in one step",
      "write to another place with --output"),
  INTERRUPTED("", "the thread was interrupted", "write it again"),
  UNKNOWN("", "the system refused", "check the folder, the disk and their permissions");

  private final String systemText;
  private final String reason;
  private final String hint;

  WriteFailure(String systemText, String reason, String hint) {
    this.systemText = systemText;
    this.reason = reason;
    this.hint = hint;
  }

  /** Returns the failure for a system error. {@code what} starts the message. */
  static SealconfException explain(String what, IOException cause) {
    WriteFailure failure = classify(cause);
    return new OutputFailure.NotWritten(what + ": " + failure.reason).hint(failure.hint);
  }

  private static WriteFailure classify(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return DENIED;
    }
    if (cause instanceof ClosedByInterruptException) {
      return INTERRUPTED;
    }
    if (cause instanceof AtomicMoveNotSupportedException) {
      return NOT_ATOMIC;
    }
    String said =
        cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
    for (WriteFailure failure : values()) {
      if (said != null && !failure.systemText.isEmpty() && said.contains(failure.systemText)) {
        return failure;
      }
    }
    return UNKNOWN;
  }
}

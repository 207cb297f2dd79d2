package dev.sealconf.io.file;

import java.io.IOException;

/** Tells one failure to write from all others: the reader has closed the pipe. */
public final class PipeFailure {
  private PipeFailure() {}

  /** Returns whether this is EPIPE. The JDK has no type for it; the text is never translated. */
  public static boolean is(IOException failure) {
    String message = failure.getMessage();
    return message != null && (message.contains("roken pipe") || message.contains("being closed"));
  }
}

package dev.sealconf.io.file;

import java.io.IOException;

/** Tells why writing to a stream failed. */
public final class PipeFailure {
  private PipeFailure() {}

  /** Whether the reader has closed it. The JDK has no type for EPIPE, but its text is constant. */
  public static boolean is(IOException failure) {
    String message = failure.getMessage();
    return message != null && (message.contains("roken pipe") || message.contains("being closed"));
  }
}

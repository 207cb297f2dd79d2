package dev.sealconf.library;

import dev.sealconf.error.SealconfException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** All texts of a failure: what a log could show of it. */
final class Everything {
  private Everything() {}

  static String of(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    if (thrown instanceof SealconfException failure) {
      text.append(failure.location().toString()).append(failure.hints().toString());
      text.append(failure.origins().toString());
    }
    return text.toString();
  }
}

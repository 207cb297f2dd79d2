package dev.sealconf.error;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a failure started: the class of an exception and its stack. Its message is left out because
 * it may contain a secret.
 */
public record Origin(String className, List<StackTraceElement> frames) implements Serializable {
  private static final int MOST_CAUSES = 20;

  /** Returns an exception and its causes, each followed by the origins that it recorded. */
  static List<Origin> of(Throwable thrown) {
    List<Origin> origins = new ArrayList<>();
    for (Throwable t = thrown; t != null && origins.size() < MOST_CAUSES; t = t.getCause()) {
      origins.add(new Origin(t.getClass().getName(), List.of(t.getStackTrace())));
      if (t instanceof SealconfException ours) {
        origins.addAll(ours.origins());
      }
    }
    return origins;
  }
}

package dev.sealconf.spring;

import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a failure of sealconf with its hints instead of a stack trace. */
public final class SealconfFailureAnalyzer extends AbstractFailureAnalyzer<SealconfException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, SealconfException failure) {
    String place = failure.location().map(Location::toString).map(at -> at + ": ").orElse("");
    String action = String.join(System.lineSeparator(), failure.hints());
    return new FailureAnalysis(
        place + failure.getMessage(), action.isEmpty() ? null : action, failure);
  }
}

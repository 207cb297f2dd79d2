package dev.sealconf.spring;

import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Shows a failure of sealconf with its hints instead of a stack trace. Hints that name the
 * library's options are left out, since a Spring program has properties instead.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class SealconfFailureAnalyzer extends AbstractFailureAnalyzer<SealconfException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, SealconfException failure) {
    String place =
        failure
            .location()
            .filter(at -> !failure.getMessage().contains(Printable.quote(at.file())))
            .map(at -> at + ": ")
            .orElse("");
    String actions =
        Stream.concat(
                failure.hints().stream().filter(hint -> !hint.contains("SealconfOptions.")),
                Stream.of(action(failure)))
            .distinct()
            .collect(Collectors.joining(System.lineSeparator()));
    return new FailureAnalysis(place + failure.getMessage(), actions, failure);
  }

  /** Returns what someone can do in a Spring program. */
  private static String action(SealconfException failure) {
    if (failure instanceof KeyFailure) {
      return "Set the property sealconf.age-key-file, or the environment variable"
          + " SOPS_AGE_KEY_FILE, to a file with an age identity that opens the file, or give the"
          + " program access to another of the file's keys.";
    }
    if (failure instanceof FileFailure.Missing) {
      return "Correct spring.config.import, or the property that names the file. If an imported"
          + " file may be missing, import optional:sealconf:….";
    }
    if (failure instanceof OpeningFailure.NotEncrypted) {
      return "Encrypt the file, or import it without sealconf: in front of its name.";
    }
    if (failure instanceof OpeningFailure) {
      return "Restore the file from version control, or encrypt it again.";
    }
    return otherAction(failure);
  }

  private static String otherAction(SealconfException failure) {
    if (failure instanceof ConfigFailure) {
      return "Correct .sops.yaml, or name another file in the property sealconf.config.";
    }
    if (failure instanceof FileFailure || failure instanceof UsageFailure) {
      return "Correct spring.config.import and the properties that start with sealconf.";
    }
    if (failure instanceof MachineFailure) {
      return "Give the program what the message names, and start it again.";
    }
    if (failure instanceof BindingFailure) {
      return "Correct the file with sealconf edit.";
    }
    return "Correct the file, and start the program again.";
  }
}

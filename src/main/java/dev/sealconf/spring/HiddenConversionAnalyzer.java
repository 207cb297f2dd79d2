package dev.sealconf.spring;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.Environment;

/**
 * Explains failures of {@code Environment.getProperty(name, type)} and of Spring Boot's own checks
 * without the value. Such a failure doesn't say where the value is from, so this applies to all of
 * them in a program that imports an encrypted file. A {@link BindException} does say where, so
 * {@link HiddenValueAnalyzer} decides.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class HiddenConversionAnalyzer implements FailureAnalyzer {
  private final Environment environment;

  /** Called by Spring Boot. */
  public HiddenConversionAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  public FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure;
        cause != null && !(cause instanceof BindException);
        cause = cause.getCause()) {
      String description = describe(cause);
      if (description != null && EncryptedSource.isIn(environment)) {
        return HiddenValueAnalyzer.hidden(description, cause);
      }
    }
    return null;
  }

  private static String describe(Throwable cause) {
    if (cause instanceof InvalidConfigurationPropertyValueException invalid) {
      String reason = String.valueOf(invalid.getReason());
      boolean shown = HiddenValueAnalyzer.showsValue(reason, invalid.getValue());
      return "The value of the property "
          + invalid.getName()
          + " is invalid."
          + (shown ? "" : " Reason: " + reason);
    }
    return cause instanceof ConversionFailedException conversion
        ? "A value can't be converted to " + conversion.getTargetType() + "."
        : null;
  }
}

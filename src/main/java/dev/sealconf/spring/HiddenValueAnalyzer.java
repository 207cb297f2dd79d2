package dev.sealconf.spring;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.env.Environment;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Explains why a value doesn't fit its type, if it is from an encrypted file. Spring's own
 * analyzers and stack traces would show the value.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class HiddenValueAnalyzer implements FailureAnalyzer {
  private static final String ACTION =
      "Correct the value, in an encrypted file with sealconf edit, or change the type that the"
          + " program declares. Values of encrypted files aren't shown.";

  /** No secret is shorter, and shorter ones are in many words. */
  private static final int SHORTEST = 3;

  private final Environment environment;

  /** Called by Spring Boot; without an environment if the program failed before it had one. */
  public HiddenValueAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  public FailureAnalysis analyze(Throwable failure) {
    if (environment != null && !EncryptedSource.isIn(environment)) {
      return null;
    }
    BindException binding = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String description = describe(cause);
      if (description != null) {
        return hidden(description, cause);
      }
      if (cause instanceof BindException found) {
        binding = found;
      }
    }
    return binding != null && HiddenValues.contains(binding.getProperty())
        ? hidden(describe(binding), binding)
        : null;
  }

  /** Spring logs the cause in its debug log, so it is only where the failure happened. */
  static FailureAnalysis hidden(String description, Throwable cause) {
    ValueFailure place = new ValueFailure(description);
    place.setStackTrace(cause.getStackTrace());
    return new FailureAnalysis(description, ACTION, place);
  }

  /** Returns what is wrong, or null if the cause shows no value of an encrypted file. */
  private static String describe(Throwable cause) {
    if (cause instanceof ValueFailure failure) {
      return failure.getMessage();
    }
    if (cause instanceof BindValidationException invalid) {
      return describe(invalid);
    }
    return cause instanceof UnboundConfigurationPropertiesException unbound
        ? describe(unbound)
        : null;
  }

  private static String describe(BindException failure) {
    return "A value can't be bound to %s:%n%s%n    Needed type: %s"
        .formatted(
            failure.getTarget().getType(),
            HiddenValues.describe(failure.getProperty()),
            neededType(failure));
  }

  private static Object neededType(BindException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConversionFailedException conversion) {
        TypeDescriptor type = conversion.getTargetType();
        return type.getResolvableType();
      }
    }
    return failure.getTarget().getType();
  }

  private static String describe(UnboundConfigurationPropertiesException failure) {
    if (failure.getUnboundProperties().stream().noneMatch(HiddenValues::contains)) {
      return null;
    }
    StringBuilder text = new StringBuilder("The program declares no such properties:\n");
    for (ConfigurationProperty property : failure.getUnboundProperties()) {
      text.append(HiddenValues.describe(property));
    }
    return text.toString();
  }

  private static String describe(BindValidationException failure) {
    if (failure.getValidationErrors().getBoundProperties().stream()
        .noneMatch(HiddenValues::contains)) {
      return null;
    }
    String prefix = failure.getValidationErrors().getName().toString();
    StringBuilder text =
        new StringBuilder("The values of " + prefix + " don't pass the program's validation:\n");
    for (ObjectError error : failure.getValidationErrors()) {
      text.append("%n    Property: %s".formatted(name(prefix, error)));
      String reason = error.getDefaultMessage();
      Object value = error instanceof FieldError field ? field.getRejectedValue() : null;
      if (reason != null && !showsValue(reason, value)) {
        text.append("%n    Reason: %s".formatted(reason));
      }
    }
    for (ConfigurationProperty property : failure.getValidationErrors().getBoundProperties()) {
      if (HiddenValues.contains(property)) {
        text.append("%n    %s is from %s".formatted(property.getName(), property.getOrigin()));
      }
    }
    return text.toString();
  }

  private static String name(String prefix, ObjectError error) {
    return error instanceof FieldError field ? prefix + "." + field.getField() : prefix;
  }

  /** A validator may repeat the value in its message. */
  static boolean showsValue(String reason, Object value) {
    String text = String.valueOf(value);
    return value != null && text.length() >= SHORTEST && reason.contains(text);
  }
}

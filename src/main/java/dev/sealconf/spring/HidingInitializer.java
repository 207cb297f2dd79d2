package dev.sealconf.spring;

import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.support.ConfigurableConversionService;

/**
 * Converts the values of {@code @Value("${db.port}")} and of the environment itself, in programs
 * that import an encrypted file. Spring logs the message of a failure before an analyzer sees it,
 * so the message must not contain the value.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class HidingInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (!EncryptedSource.isIn(context.getEnvironment())) {
      return;
    }
    ConfigurableConversionService conversions = context.getEnvironment().getConversionService();
    if (!(conversions instanceof HidingConversions)) {
      context.getEnvironment().setConversionService(new HidingConversions(conversions));
    }
    if (context.getBeanFactory() instanceof DefaultListableBeanFactory factory
        && factory.getAutowireCandidateResolver().getClass()
            == ContextAnnotationAutowireCandidateResolver.class) {
      factory.setAutowireCandidateResolver(new Resolver(factory));
    }
  }

  private static final class Resolver extends ContextAnnotationAutowireCandidateResolver {
    private final ConfigurableBeanFactory factory;

    Resolver(ConfigurableBeanFactory factory) {
      this.factory = factory;
    }

    @Override
    public Object getSuggestedValue(DependencyDescriptor descriptor) {
      Object suggested = super.getSuggestedValue(descriptor);
      return suggested instanceof String text && text.contains("${")
          ? converted(text, descriptor)
          : suggested;
    }

    /** Returns the converted value, or the text itself if Spring has to evaluate it. */
    private Object converted(String text, DependencyDescriptor descriptor) {
      String resolved = resolved(text);
      Class<?> type = descriptor.getDependencyType();
      if (resolved == null || resolved.contains("#{") || type.isAssignableFrom(String.class)) {
        return text;
      }
      try {
        Object value =
            factory
                .getTypeConverter()
                .convertIfNecessary(resolved, type, descriptor.getTypeDescriptor());
        return value == null ? text : value;
      } catch (TypeMismatchException e) {
        throw new ValueFailure(
            "the value of @Value(\"" + text + "\") can't be converted to " + type.getName());
      }
    }

    /** Returns null if Spring can report the failure itself, because it shows only the text. */
    private String resolved(String text) {
      try {
        return factory.resolveEmbeddedValue(text);
      } catch (IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        if (message.endsWith("in value \"" + text + "\"")) {
          return null;
        }
        throw new ValueFailure(
            "the value of @Value(\"" + text + "\") contains a placeholder that can't be replaced");
      }
    }
  }
}

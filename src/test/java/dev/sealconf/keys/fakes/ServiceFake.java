package dev.sealconf.keys.fakes;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A key service on this machine, for the tests of a provider whose keys are in another place. It
 * really encrypts, and checks who asks. An implementation is annotated
 * {@code @AutoService(ServiceFake.class)}; it listens from the first call of any method but {@link
 * #id}, on a port of its own. Its keys are the same in every run, so that what it wrapped for
 * another program can be kept as a sample.
 */
public interface ServiceFake extends AutoCloseable {

  /** The id of the provider that talks to it. */
  String id();

  /** Where it is, {@code http://127.0.0.1:PORT}; the test's data names it as {@code {service}}. */
  String address();

  /** The environment of someone who may use its keys. */
  Map<String, String> holder();

  /** The environment of someone whom it knows, or not, but who may not use its keys. */
  Map<String, String> stranger();

  /** The environment of someone who has no credentials at all. */
  default Map<String, String> noOne() {
    return Map.of();
  }

  @Override
  void close();

  /** A new one for a provider, if that needs one. */
  static Optional<ServiceFake> of(String id) {
    for (ServiceFake fake : ServiceLoader.load(ServiceFake.class)) {
      if (fake.id().equals(id)) {
        return Optional.of(fake);
      }
    }
    return Optional.empty();
  }
}

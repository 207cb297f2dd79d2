package dev.sealconf.session;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.service.KeyServices;
import dev.sealconf.keys.service.ServiceAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses who unwraps data keys and in which order, from overrides and the environment. */
public final class KeyServiceChoice {
  /** The environment variable for {@code --decryption-order}. */
  public static final String ORDER_VARIABLE = "SOPS_DECRYPTION_ORDER";

  /** The environment variable for {@code --keyservice}. */
  public static final String SERVICE_VARIABLE = "SOPS_KEYSERVICE";

  private static final String LOCAL = "enable-local-keyservice";
  private static final String LOCAL_VARIABLE = "SOPS_ENABLE_LOCAL_KEYSERVICE";

  private KeyServiceChoice() {}

  /**
   * Returns the kinds of keys to try first.
   *
   * @throws SealconfException with exit code 112 if a kind is named twice
   */
  public static List<String> order(Overrides given, World world) {
    Optional<String> text = given.textOr("decryption-order", ORDER_VARIABLE, world);
    List<String> kinds = new ArrayList<>();
    for (String word : text.isEmpty() ? new String[0] : text.get().split(",")) {
      String kind = word.strip();
      if (kinds.contains(kind)) {
        throw new UsageFailure.DuplicateKind(
            "the decryption order names " + Printable.quote(kind) + " twice");
      }
      kinds.add(kind);
    }
    return kinds;
  }

  /**
   * Returns the services that unwrap keys: this machine first, then the key services in the given
   * order.
   *
   * @throws SealconfException with exit code 1 if an address is malformed
   */
  public static KeyServices services(Overrides given, KeyProviders providers, World world) {
    List<String> uris = given.texts("keyservice");
    if (uris.isEmpty()) {
      uris = List.of(world.variable(SERVICE_VARIABLE).orElse("").split(","));
    }
    List<ServiceAddress> others = new ArrayList<>();
    for (String uri : uris) {
      if (!uri.isBlank()) {
        others.add(ServiceAddress.parse(uri, world));
      }
    }
    boolean local = local(given, world);
    return new KeyServices(providers, local, others);
  }

  /**
   * Returns whether to try the keys of this machine. The flag decides, or else the environment
   * variable; the default is true.
   */
  private static boolean local(Overrides given, World world) {
    if (given.isGiven(LOCAL)) {
      return given.on(LOCAL);
    }
    Optional<String> word = world.variable(LOCAL_VARIABLE);
    return word.isEmpty()
        || GoBoolean.of(word.get())
            .orElseThrow(
                () -> new UsageFailure.Mistake("$" + LOCAL_VARIABLE + " is not true or false"));
  }
}

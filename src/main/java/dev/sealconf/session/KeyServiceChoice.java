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

/** Who unwraps data keys, and in which order, by overrides and environment. */
public final class KeyServiceChoice {
  /** The variable for {@code --decryption-order}. */
  public static final String ORDER_VARIABLE = "SOPS_DECRYPTION_ORDER";

  /** The variable for {@code --keyservice}. */
  public static final String SERVICE_VARIABLE = "SOPS_KEYSERVICE";

  private static final String LOCAL = "enable-local-keyservice";
  private static final String LOCAL_VARIABLE = "SOPS_ENABLE_LOCAL_KEYSERVICE";

  private KeyServiceChoice() {}

  /**
   * The kinds to try first.
   *
   * @throws SealconfException with 112 if one is named twice
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
   * Who is asked for keys: this machine, then the others in the order given.
   *
   * @throws SealconfException with 1 if an address is malformed
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

  /** On unless the flag, or else the variable, switches it off. */
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

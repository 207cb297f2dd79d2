package dev.sealconf.cli.option;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.service.KeyServices;
import dev.sealconf.keys.service.ServiceAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say who unwraps data keys, and in which order. */
public final class KeyServiceOptions {
  private static final String GROUP = "Key services";

  private static final String ORDER_VARIABLE = "SOPS_DECRYPTION_ORDER";
  private static final String LOCAL_VARIABLE = "SOPS_ENABLE_LOCAL_KEYSERVICE";
  private static final String SERVICE_VARIABLE = "SOPS_KEYSERVICE";

  private KeyServiceOptions() {}

  /** Declares the key services and the order of decryption. */
  public static void addTo(CommandSpec spec) {
    Options.group(spec, GROUP, KeyServiceOptions::declareAll);
  }

  private static void declareAll(CommandSpec spec) {
    spec.addOption(
        Options.valueOr(
            ORDER_VARIABLE,
            "KINDS",
            "Kinds of keys to try first, separated by commas",
            "decryption-order"));
    declareServices(spec);
  }

  /** Declares the key services. */
  public static void addServicesTo(CommandSpec spec) {
    Options.group(spec, GROUP, KeyServiceOptions::declareServices);
  }

  private static void declareServices(CommandSpec spec) {
    spec.addOption(
        Options.flag("Use the keys of this machine (the default)", "enable-local-keyservice"));
    spec.addOption(
        Options.valuesOr(
            SERVICE_VARIABLE,
            "URI",
            "Another key service: tcp://HOST:PORT or unix:///PATH; may be repeated",
            "keyservice"));
  }

  /**
   * The kinds to try first.
   *
   * @throws SealconfException with 112 if one is named twice
   */
  public static List<String> order(Arguments given) {
    List<String> kinds =
        given
            .textOr("decryption-order", ORDER_VARIABLE)
            .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
            .orElse(List.of());
    Set<String> seen = new HashSet<>();
    for (String kind : kinds) {
      if (!seen.add(kind)) {
        throw new UsageFailure.DuplicateKind(
            "the decryption order names " + Printable.quote(kind) + " twice");
      }
    }
    return kinds;
  }

  /**
   * Who is asked for keys: this machine, then the others in the order given.
   *
   * @throws SealconfException with 1 if an address is malformed
   */
  public static KeyServices services(Arguments given, KeyProviders providers, World world) {
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
    boolean local = given.onUnlessSwitchedOff("enable-local-keyservice", LOCAL_VARIABLE);
    return new KeyServices(providers, local, others);
  }
}

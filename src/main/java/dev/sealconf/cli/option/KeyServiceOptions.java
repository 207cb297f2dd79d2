package dev.sealconf.cli.option;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say who unwraps data keys, and in which order. */
public final class KeyServiceOptions {
  private static final String ORDER_VARIABLE = "SOPS_DECRYPTION_ORDER";
  private static final String LOCAL_VARIABLE = "SOPS_ENABLE_LOCAL_KEYSERVICE";
  private static final String SERVICE_VARIABLE = "SOPS_KEYSERVICE";

  private KeyServiceOptions() {}

  /** Declares the key services and the order of decryption. */
  public static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.valueOr(
            ORDER_VARIABLE,
            "KINDS",
            "Kinds of keys to try first, separated by commas",
            "decryption-order"));
    addServicesTo(spec);
  }

  /** Declares the key services. */
  public static void addServicesTo(CommandSpec spec) {
    spec.addOption(
        Options.flag("Use the keys of this machine (the default)", "enable-local-keyservice"));
    spec.addOption(
        Options.valueOr(
            SERVICE_VARIABLE, "URI", "Another key service; not there yet", "keyservice"));
  }

  /**
   * The kinds to try first.
   *
   * @throws SealconfException with 112 if one is named twice, with 1 if this machine's keys are
   *     excluded
   */
  public static List<String> order(Arguments given, World world) {
    checkServices(given, world);
    List<String> kinds =
        given
            .textOr("decryption-order", ORDER_VARIABLE)
            .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
            .orElse(List.of());
    Set<String> seen = new HashSet<>();
    for (String kind : kinds) {
      if (!seen.add(kind)) {
        throw new SealconfException(
            ExitCode.DUPLICATE_DECRYPTION_KEY_TYPE,
            "the decryption order names " + Printable.quote(kind) + " twice");
      }
    }
    return kinds;
  }

  private static void checkServices(Arguments given, World world) {
    boolean local =
        given.isGiven("enable-local-keyservice")
            ? given.on("enable-local-keyservice")
            : !Set.of("0", "f", "false", "F", "FALSE", "False")
                .contains(world.variable(LOCAL_VARIABLE).orElse(""));
    if (!local) {
      throw new SealconfException(
          ExitCode.GENERIC, "key services other than this machine's own are not there yet");
    }
    if (given.textOr("keyservice", SERVICE_VARIABLE).isPresent()) {
      world.warn("key services are not there yet; using the keys of this machine only");
    }
  }
}

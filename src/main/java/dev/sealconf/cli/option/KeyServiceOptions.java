package dev.sealconf.cli.option;

import dev.sealconf.session.KeyServiceChoice;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say who unwraps data keys, and in which order. */
public final class KeyServiceOptions {
  private static final String GROUP = "Key services";

  private KeyServiceOptions() {}

  /** Declares the key services and the order of decryption. */
  public static void addTo(CommandSpec spec) {
    Options.group(spec, GROUP, KeyServiceOptions::declareAll);
  }

  private static void declareAll(CommandSpec spec) {
    spec.addOption(
        Options.valueOr(
            KeyServiceChoice.ORDER_VARIABLE,
            "KINDS",
            "Kinds of keys to try first, comma-separated",
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
            KeyServiceChoice.SERVICE_VARIABLE,
            "URI",
            "Use this key service too: tcp://HOST:PORT or unix:///PATH; repeatable",
            "keyservice"));
  }
}

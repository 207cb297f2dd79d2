package dev.sealconf.cli.option;

import dev.sealconf.session.KeyServiceChoice;

/** The options that say who unwraps data keys, and in which order. */
public final class KeyServiceOptions {
  private static final String GROUP = "Key services";

  private KeyServiceOptions() {}

  /** Adds the options for key services and the order of decryption. */
  public static void addTo(CommandSpec spec) {
    spec.add(
        GROUP,
        Options.valueOr(
            KeyServiceChoice.ORDER_VARIABLE,
            "KINDS",
            "Kinds of keys to try first, comma-separated",
            "decryption-order"));
    addServicesTo(spec);
  }

  /** Adds the options for key services. */
  public static void addServicesTo(CommandSpec spec) {
    spec.add(
        GROUP,
        Options.flag("Use the keys on this machine (the default)", "enable-local-keyservice"));
    spec.add(
        GROUP,
        Options.valuesOr(
            KeyServiceChoice.SERVICE_VARIABLE,
            "URI",
            "Also use this key service: tcp://HOST:PORT or unix:///PATH; repeatable",
            "keyservice"));
  }
}

package dev.sealconf.cli.option;

/** What help says about a flag or a word. Nothing but help, manual page and completion asks. */
@FunctionalInterface
public interface Description {
  /** The text, without a full stop. */
  String text();

  /** A text that is known already. */
  static Description of(String text) {
    return new Fixed(text);
  }

  /** A text that is known already. */
  record Fixed(String text) implements Description {}
}

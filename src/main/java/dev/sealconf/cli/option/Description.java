package dev.sealconf.cli.option;

/** What help says about a flag or an argument. Only help, the manual page and completion use it. */
@FunctionalInterface
public interface Description {
  /** Returns the text, without a period at the end. */
  String text();

  /** Returns a description with a fixed text. */
  static Description of(String text) {
    return new Fixed(text);
  }

  /** A fixed text. */
  record Fixed(String text) implements Description {}
}

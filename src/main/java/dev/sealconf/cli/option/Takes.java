package dev.sealconf.cli.option;

/** What follows a flag on the command line. */
public enum Takes {
  /** Nothing: the flag is present or not, or has a boolean after an equals sign. */
  NOTHING,
  /** A value; if the flag is repeated, the last one counts. */
  VALUE,
  /** A value; if the flag is repeated, each one counts. */
  VALUES
}

package dev.sealconf.document;

/**
 * The indentation of a freshly printed file, in spaces a level: -1 asks for the format's own
 * default (a tab for JSON, four spaces for YAML).
 */
public record Indent(int width) {
  public static final Indent DEFAULT = new Indent(-1);
}

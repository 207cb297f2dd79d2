package dev.sealconf.document;

/**
 * The indentation of a newly printed file, in spaces per level; -1 means the format's default (a
 * tab for JSON, four spaces for YAML).
 */
public record Indent(int width) {
  public static final Indent DEFAULT = new Indent(-1);
}

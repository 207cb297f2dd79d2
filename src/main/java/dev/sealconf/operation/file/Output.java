package dev.sealconf.operation.file;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;

/**
 * How to write the result. It keeps the input's layout unless the format changes or an indentation
 * was requested.
 *
 * @param indent used only if {@code reprint} is true
 * @param reprint whether an indentation was requested ({@code --indent})
 */
public record Output(DocumentFormat format, Indent indent, boolean reprint) {

  /** Returns whether to print a file in a new layout. */
  public boolean converts(Input input) {
    return format != input.format() || reprint;
  }
}

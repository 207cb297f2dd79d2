package dev.sealconf.operation.file;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;

/**
 * How the result is to be written: the input's layout is kept unless the format differs from the
 * input's or an indentation is asked for.
 *
 * @param indent {@code reprint} only has a meaning when it is true
 * @param reprint whether an indentation was asked for ({@code --indent})
 */
public record Output(DocumentFormat format, Indent indent, boolean reprint) {

  /** Whether a file is to be printed in a new layout. */
  public boolean converts(Input input) {
    return format != input.format() || reprint;
  }
}

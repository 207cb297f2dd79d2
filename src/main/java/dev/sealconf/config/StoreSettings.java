package dev.sealconf.config;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.error.OutputFailure;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The {@code stores} section: the indentation of files that are printed in a new layout, by store.
 */
public record StoreSettings(Map<String, Integer> indents) {
  /** What holds without a configuration file. */
  public static final StoreSettings NONE = new StoreSettings(Map.of());

  static StoreSettings of(Setting.Table stores) {
    Map<String, Integer> indents = new TreeMap<>();
    for (String name : stores.entries().keySet()) {
      OptionalInt indent = stores.table(name).number("indent");
      indent.ifPresent(width -> indents.put(name, width));
    }
    return new StoreSettings(indents);
  }

  /**
   * The indentation for a format.
   *
   * @throws OutputFailure.NotRepresentable as SOPS, if the configured one can't be
   */
  public Indent indent(DocumentFormat format) {
    Integer width = indents.get(format.store());
    return width == null ? Indent.DEFAULT : checked(format, width);
  }

  /**
   * An indentation of so many columns.
   *
   * @throws OutputFailure.NotRepresentable as SOPS, if the format can't have it
   */
  public static Indent checked(DocumentFormat format, int width) {
    return format
        .indent(width)
        .orElseThrow(
            () ->
                new OutputFailure.NotRepresentable(
                    "an indentation of " + width + " is not supported for " + format.name()));
  }
}

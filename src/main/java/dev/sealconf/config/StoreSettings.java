package dev.sealconf.config;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.error.OutputFailure;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The {@code stores} section: the indentation, by store, for files that are printed from scratch.
 */
public record StoreSettings(Map<String, Integer> indents) {
  /** The settings if there is no configuration file. */
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
   * Returns the indentation for a format.
   *
   * @throws OutputFailure.NotRepresentable if the configured one isn't possible, as in SOPS
   */
  public Indent indent(DocumentFormat format) {
    Integer width = indents.get(format.store());
    return width == null ? Indent.DEFAULT : checked(format, width);
  }

  /**
   * Returns an indentation of this many columns.
   *
   * @throws OutputFailure.NotRepresentable if the format can't have it, as in SOPS
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

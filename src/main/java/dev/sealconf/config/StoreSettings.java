package dev.sealconf.config;

import dev.sealconf.document.Indent;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The {@code stores} section: the indentation of files that are printed in a new layout, by store.
 */
public record StoreSettings(Map<String, Integer> indents) {
  private static final String YAML = "yaml";
  private static final String BINARY = "binary";

  /** A file that is encrypted whole is JSON then, with settings of its own. */
  private static final String BINARY_STORE = "json_binary";

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
   * The indentation for a format, such as {@code json}.
   *
   * @throws SealconfException with 4, as SOPS, if the configured one can't be
   */
  public Indent indent(String format) {
    Integer width = indents.get(format.equals(BINARY) ? BINARY_STORE : format);
    return width == null ? Indent.DEFAULT : checked(format, width);
  }

  /**
   * An indentation as SOPS takes it: for YAML 0 is the default and less is refused; for JSON -1 is
   * a tab and less is refused.
   *
   * @throws SealconfException with 4, as SOPS
   */
  public static Indent checked(String format, int width) {
    boolean yaml = format.equals(YAML);
    if (width < (yaml ? 0 : -1)) {
      throw new OutputFailure.NotRepresentable(
          "an indentation of " + width + " is not possible for " + format);
    }
    return yaml && width == 0 ? Indent.DEFAULT : new Indent(width);
  }
}

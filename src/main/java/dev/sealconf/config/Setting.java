package dev.sealconf.config;

import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A value in the configuration file, and its location. */
sealed interface Setting {

  Location where();

  /** Returns the name of this kind of value, for a message that expected another. */
  String kind();

  /** A scalar. {@code string} is false for a number, a boolean and the like. */
  record Text(String value, boolean string, Location where) implements Setting {
    @Override
    public String kind() {
      return string ? "a string" : "a number or boolean";
    }
  }

  /** A missing value, or null. */
  record Absent(Location where) implements Setting {
    @Override
    public String kind() {
      return "null";
    }
  }

  /** A list. */
  record Items(List<Setting> items, Location where) implements Setting {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A map. Its names are unique. */
  record Table(Map<String, Setting> entries, Location where) implements Setting {
    @Override
    public String kind() {
      return "a map";
    }

    /** Returns the entry with this name, or empty if it is missing or null. */
    Optional<Setting> entry(String name) {
      Setting entry = entries.get(name);
      return entry instanceof Absent ? Optional.empty() : Optional.ofNullable(entry);
    }

    /** Returns the entry as a table, which is empty if the entry is missing. */
    Table table(String name) {
      Optional<Setting> entry = entry(name);
      return entry.isPresent() ? entry.get().asTable(name) : new Table(Map.of(), where);
    }

    /** Returns the entry as a list, or empty if it is missing or null. */
    Optional<List<Setting>> items(String name) {
      Optional<Setting> entry = entry(name);
      return entry.isPresent() ? Optional.of(entry.get().asItems(name)) : Optional.empty();
    }

    /** Returns the entry as a text, or empty if it is missing or an empty text. */
    Optional<String> text(String name) {
      Optional<Setting> entry = entry(name);
      String text = entry.isPresent() ? entry.get().asText(name) : "";
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Returns the entry as a whole number. */
    OptionalInt number(String name) {
      Optional<Setting> entry = entry(name);
      if (entry.isEmpty()) {
        return OptionalInt.empty();
      }
      if (entry.get() instanceof Text text && !text.string()) {
        try {
          return OptionalInt.of(Integer.parseInt(text.value()));
        } catch (NumberFormatException e) {
          throw entry.get().invalid(name, "a whole number").from(e);
        }
      }
      throw entry.get().invalid(name, "a whole number");
    }

    /** Returns the entry as a boolean, in the words of YAML 1.1 that SOPS accepts. */
    boolean bool(String name, boolean otherwise) {
      Optional<Setting> entry = entry(name);
      if (entry.isEmpty()) {
        return otherwise;
      }
      String word = entry.get() instanceof Text text ? text.value() : "";
      return switch (word) {
        case "true", "True", "TRUE", "yes", "Yes", "YES", "y", "Y", "on", "On", "ON" -> true;
        case "false", "False", "FALSE", "no", "No", "NO", "n", "N", "off", "Off", "OFF" -> false;
        default -> throw entry.get().invalid(name, "true or false");
      };
    }
  }

  default Table asTable(String name) {
    if (this instanceof Table table) {
      return table;
    }
    throw invalid(name, "a map");
  }

  default List<Setting> asItems(String name) {
    if (this instanceof Items items) {
      return items.items();
    }
    throw invalid(name, "a list");
  }

  default String asText(String name) {
    if (this instanceof Text text) {
      return text.value();
    }
    throw invalid(name, "a string");
  }

  /**
   * Returns the strings in a comma-separated text, or in a list of such texts. White space is
   * stripped and empty strings are dropped.
   */
  default List<String> asStrings(String name) {
    List<String> strings = new ArrayList<>();
    for (Setting item : this instanceof Items items ? items.items() : List.of(this)) {
      if (!(item instanceof Text text && text.string())) {
        throw item.invalid(name, "a string or a list of strings");
      }
      for (String part : text.value().split(",")) {
        if (!part.isBlank()) {
          strings.add(part.strip());
        }
      }
    }
    return strings;
  }

  /** Returns the failure for a setting that isn't what was expected. */
  default SealconfException invalid(String name, String expected) {
    return new ConfigFailure.Invalid(
            Printable.quote(name) + " must be " + expected + ", not " + kind())
        .at(where());
  }
}

package dev.sealconf.config;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads the first document of a YAML file into settings with their places. It goes over Jackson's
 * tokens and not its tree: every decryption reads this file too, and the tree costs as much as the
 * whole command line. Anchors, aliases and merge keys work; a node that stands in many places is
 * held once, so that an alias bomb stays small.
 */
final class SettingReader {
  private static final String MERGE = "<<";

  private final String file;
  private final YAMLParser parser;
  private final Map<String, Setting> anchors = new HashMap<>();

  private SettingReader(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * The settings of a file; {@code Absent} if it is empty.
   *
   * @param file the name for messages
   * @throws SealconfException with 1, as SOPS, if this is not YAML
   */
  static Setting read(String file, byte[] bytes) {
    try (JsonParser parser =
        new YAMLFactory().createParser(ObjectReadContext.empty(), bytes)) {
      SettingReader reader = new SettingReader(file, (YAMLParser) parser);
      return parser.nextToken() == null ? new Setting.Absent(Location.of(file)) : reader.setting();
    } catch (JacksonException e) {
      throw malformed("this is not valid YAML").at(place(file, e.getLocation()));
    }
  }

  private Setting setting() {
    Location where = place(file, parser.currentTokenLocation());
    String anchor = parser.getObjectId() == null ? null : parser.getObjectId().toString();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING && parser.isCurrentAlias()) {
      return target(parser.getString(), where);
    }
    Setting setting =
        switch (token) {
          case START_OBJECT -> table(where);
          case START_ARRAY -> items(where);
          case VALUE_NULL -> new Setting.Absent(where);
          default ->
              new Setting.Text(parser.getString(), token == JsonToken.VALUE_STRING, where);
        };
    if (anchor != null) {
      anchors.put(anchor, setting);
    }
    return setting;
  }

  private Setting target(String anchor, Location where) {
    Setting target = anchors.get(anchor);
    if (target == null) {
      throw malformed("there is no anchor " + Printable.quote(anchor) + " before this").at(where);
    }
    return target;
  }

  private Setting items(Location where) {
    List<Setting> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(setting());
    }
    return new Setting.Items(items, where);
  }

  private Setting table(Location where) {
    Map<String, Setting> entries = new LinkedHashMap<>();
    List<Setting> merged = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Location place = place(file, parser.currentTokenLocation());
      parser.nextToken();
      Setting value = setting();
      if (name.equals(MERGE)) {
        merged.addAll(value instanceof Setting.Items list ? list.items() : List.of(value));
      } else if (entries.put(name, value) != null) {
        throw malformed("the key " + Printable.quote(name) + " stands here twice").at(place);
      }
    }
    for (Setting other : merged) {
      other.asTable(MERGE).entries().forEach(entries::putIfAbsent);
    }
    return new Setting.Table(entries, where);
  }

  private static SealconfException malformed(String message) {
    return new SealconfException(ExitCode.GENERIC, message);
  }

  private static Location place(String file, TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? Location.of(file)
        : new Location(file, location.getLineNr(), Math.max(1, location.getColumnNr()));
  }
}

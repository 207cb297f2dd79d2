package dev.sealconf.config;

import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the first document of a YAML file into settings with their locations. It uses parser
 * events. Jackson, which uses the same parser, drops the anchors of scalars, which commonly name
 * recipients. And since every decryption reads this file, it has to be fast: on a fresh JVM 17 with
 * a class archive, the events take 11 ms, Jackson's tokens 15 ms, and its tree 91 ms. A node that
 * aliases repeat is stored once but counted each time, so that an alias bomb is refused.
 */
final class SettingReader {
  private static final String MERGE = "<<";
  private static final int MOST_LEVELS = 100;

  /**
   * The limit on characters and settings after aliases are expanded. The file itself may have at
   * most a quarter of that.
   */
  private static final long MOST_WEIGHT = 4 << 20;

  private final String file;
  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int level;
  private long weight;

  /** The setting that an anchor names, and the weight that each of its aliases adds. */
  private record Anchored(Setting setting, long weight) {}

  private SettingReader(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /**
   * Reads the settings in a file; {@code Absent} if it is empty.
   *
   * @param file the name for messages
   * @throws SealconfException a {@code ConfigFailure.Invalid} if it isn't valid YAML
   */
  static Setting read(String file, byte[] bytes) {
    LoadSettings settings = LoadSettings.builder().build();
    try {
      Iterator<Event> events =
          new Parse(settings).parseInputStream(new ByteArrayInputStream(bytes)).iterator();
      return new SettingReader(file, events).document();
    } catch (MarkedYamlEngineException e) {
      throw malformed("this is not valid YAML")
          .at(place(file, e.getProblemMark()))
          .hint("put patterns in quotes, and indent with spaces")
          .from(e);
    } catch (YamlEngineException e) {
      throw malformed("this is not valid YAML: it contains control characters, or is not UTF-8")
          .at(new Location(file, 1, 1))
          .hint("save the file as UTF-8")
          .from(e);
    }
  }

  private Setting document() {
    events.next();
    Event start = events.next();
    return start.getEventId() == Event.ID.StreamEnd
        ? new Setting.Absent(place(start))
        : setting(events.next());
  }

  private Setting setting(Event event) {
    if (event instanceof AliasEvent alias) {
      return target(alias);
    }
    if (++level > MOST_LEVELS) {
      throw malformed("this is nested too deeply").at(place(event));
    }
    long before = weight;
    add(1, event);
    Setting setting =
        switch (event.getEventId()) {
          case MappingStart -> table(place(event));
          case SequenceStart -> items(place(event));
          default -> scalar((ScalarEvent) event);
        };
    level--;
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    if (anchor.isPresent()) {
      anchors.put(anchor.get(), new Anchored(setting, weight - before));
    }
    return setting;
  }

  private Setting target(AliasEvent alias) {
    Anchored target = anchors.get(alias.getAlias());
    if (target == null) {
      throw malformed("no anchor " + Printable.quote(alias.getAlias().getValue()) + " before this")
          .at(place(alias));
    }
    add(target.weight(), alias);
    return target.setting();
  }

  private void add(long more, Event at) {
    weight += more;
    if (weight > MOST_WEIGHT) {
      throw malformed("the aliases expand to more than " + (MOST_WEIGHT >> 20) + " MiB of settings")
          .at(place(at))
          .hint("use fewer aliases");
    }
  }

  private Setting scalar(ScalarEvent event) {
    String text = event.getValue();
    add(text.length(), event);
    boolean plain = event.isPlain() && event.getTag().isEmpty();
    return switch (plain ? text : "a string") {
      case "", "~", "null", "Null", "NULL" -> new Setting.Absent(place(event));
      case "true", "True", "TRUE", "false", "False", "FALSE" ->
          new Setting.Text(text, false, place(event));
      default -> new Setting.Text(text, !(plain && isNumber(text)), place(event));
    };
  }

  private Setting items(Location where) {
    List<Setting> items = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      items.add(setting(e));
    }
    return new Setting.Items(items, where);
  }

  private Setting table(Location where) {
    Map<String, Setting> entries = new LinkedHashMap<>();
    List<Setting> merged = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      String name = name(e);
      Setting value = setting(events.next());
      if (name.equals(MERGE)) {
        merged.addAll(value instanceof Setting.Items list ? list.items() : List.of(value));
      } else if (entries.put(name, value) != null) {
        throw malformed("duplicate key " + Printable.quote(name)).at(place(e));
      }
    }
    for (Setting other : merged) {
      other.asTable(MERGE).entries().forEach(entries::putIfAbsent);
    }
    return new Setting.Table(entries, where);
  }

  private String name(Event key) {
    if (setting(key) instanceof Setting.Text text) {
      return text.value();
    }
    throw malformed("a key must be a string").at(place(key));
  }

  /**
   * Returns whether SOPS's YAML would read the text as a number, and refuse it where a string is
   * expected.
   */
  private static boolean isNumber(String text) {
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    if ((first < '0' || first > '9') && "+-.".indexOf(first) < 0 || "dDfF".indexOf(last) >= 0) {
      return false;
    }
    try {
      return !Double.isNaN(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static SealconfException malformed(String message) {
    return new ConfigFailure.Invalid(message);
  }

  private Location place(Event event) {
    return place(file, event.getStartMark());
  }

  private static Location place(String file, Optional<Mark> mark) {
    return mark.isPresent()
        ? new Location(file, mark.get().getLine() + 1, mark.get().getColumn() + 1)
        : Location.of(file);
  }
}

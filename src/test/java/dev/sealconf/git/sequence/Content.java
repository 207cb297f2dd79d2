package dev.sealconf.git.sequence;

import dev.sealconf.git.scenario.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file holds: its values in their order. Two files that were made apart are never equal. */
record Content(Map<String, String> values) {
  /** The value that a file keeps all its life. */
  private static final String MADE = "made";

  static Content fresh(String made, String value) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(MADE, made);
    values.put("a", value + "a");
    values.put("b", value + "b");
    values.put("c", value + "c");
    return new Content(values);
  }

  /** The same with another value for a key, which may be new. */
  Content with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(key, value);
    return new Content(changed);
  }

  Content without(String key) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.remove(key);
    return new Content(changed);
  }

  /** The keys that may change. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(values.keySet());
    keys.remove(MADE);
    return keys;
  }

  byte[] bytes(String path) {
    return Kind.of(path).text(values);
  }

  /** The result of a merge by key; empty if it is a conflict or one that the model leaves out. */
  static Optional<Content> merged(String path, Content base, Content ours, Content theirs) {
    boolean oursKeys = !ours.keys().equals(base.keys());
    boolean theirKeys = !theirs.keys().equals(base.keys());
    if (Kind.of(path) == Kind.BINARY || oursKeys && theirKeys) {
      return Optional.empty();
    }
    Map<String, String> merged = new LinkedHashMap<>();
    for (String key : (theirKeys ? theirs : ours).values.keySet()) {
      String before = base.values.get(key);
      String our = ours.values.get(key);
      String their = theirs.values.get(key);
      boolean gone = oursKeys ? their != null && our == null : our != null && their == null;
      if (same(our, their) || same(their, before)) {
        merged.put(key, our);
      } else if (same(our, before)) {
        merged.put(key, their);
      } else if (gone || before != null) {
        return Optional.empty();
      }
    }
    merged.values().removeIf(value -> value == null);
    return deletedAndChanged(base, ours, theirs)
        ? Optional.empty()
        : Optional.of(new Content(merged));
  }

  /** Whether one side has removed a key that the other one has changed. */
  private static boolean deletedAndChanged(Content base, Content ours, Content theirs) {
    for (Map.Entry<String, String> value : base.values.entrySet()) {
      String our = ours.values.get(value.getKey());
      String their = theirs.values.get(value.getKey());
      if (our == null && their != null && !their.equals(value.getValue())
          || their == null && our != null && !our.equals(value.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(String one, String other) {
    return one == null ? other == null : one.equals(other);
  }
}

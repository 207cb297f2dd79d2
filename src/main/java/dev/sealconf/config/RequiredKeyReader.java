package dev.sealconf.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sealconf.envelope.selection.RulePattern;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code required} in a {@code sealconf} section: names, or maps with a name and
 * requirements.
 */
final class RequiredKeyReader {
  private static final String FIELD = "required";
  private static final Set<String> FIELDS =
      Set.of("name", "type", "pattern", "min_length", "placeholder");

  private RequiredKeyReader() {}

  /**
   * Returns the keys that a section requires. A requirement with a mistake fails instead of being
   * ignored.
   *
   * @param section the {@code sealconf} section of the file or of a rule
   * @throws SealconfException a {@code ConfigFailure.Invalid} if a requirement can't be read, or a
   *     {@code ConfigFailure.InvalidPattern} if a pattern is malformed
   */
  static List<RequiredKey> read(Setting.Table section) {
    List<RequiredKey> keys = new ArrayList<>();
    for (Setting item : section.items(FIELD).orElse(List.of())) {
      keys.add(
          item instanceof Setting.Text text
              ? RequiredKey.named(text.value(), text.where())
              : key(item.asTable(FIELD)));
    }
    return keys;
  }

  private static RequiredKey key(Setting.Table item) {
    for (String field : item.entries().keySet()) {
      if (!FIELDS.contains(field)) {
        throw new ConfigFailure.Invalid("a required key has no field " + field)
            .at(item.entries().get(field).where())
            .hint("the fields are name, type, pattern, min_length and placeholder");
      }
    }
    String name =
        item.text("name")
            .orElseThrow(
                () -> new ConfigFailure.Invalid("a required key has no name").at(item.where()));
    return new RequiredKey(
        name,
        item.text("type").map(word -> type(word, item)).orElse(ValueType.STRING),
        item.text("pattern").map(pattern -> pattern(pattern, item)),
        minLength(item),
        item.bool("placeholder", false),
        item.where());
  }

  private static OptionalInt minLength(Setting.Table item) {
    return item.number("min_length");
  }

  private static ValueType type(String word, Setting.Table item) {
    return ValueType.of(word)
        .orElseThrow(
            () ->
                new ConfigFailure.Invalid("unknown type of a required key")
                    .at(item.entry("type").orElse(item).where())
                    .hint(
                        "the types are "
                            + Arrays.stream(ValueType.values())
                                .map(ValueType::word)
                                .collect(Collectors.joining(", "))));
  }

  private static Pattern pattern(String expression, Setting.Table item) {
    try {
      return RulePattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new ConfigFailure.InvalidPattern("the pattern of a required key is not valid")
          .at(item.entry("pattern").orElse(item).where())
          .hint("patterns are RE2: look for unbalanced brackets, look-around and back-references");
    }
  }
}

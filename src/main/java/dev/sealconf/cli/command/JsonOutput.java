package dev.sealconf.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sealconf.error.Printable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command prints for programs: JSON of records. A field is named by its component in snake
 * case, and an empty {@code Optional} is left out. Loading Jackson's databind takes a third of a
 * second, so only a command that was asked for JSON uses this class.
 */
public final class JsonOutput {
  private JsonOutput() {}

  /** The JSON of a record, two spaces for each level, with a line break at its end. */
  public static String of(Record report) {
    String json = mapper().writeValueAsString(report) + "\n";
    return Printable.json(withoutHtml(json));
  }

  /** The same values without the characters that mean something in HTML, as Go prints JSON. */
  private static String withoutHtml(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static JsonMapper mapper() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return JsonMapper.builder()
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES, JsonWriteFeature.WRITE_HEX_UPPER_CASE)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .changeDefaultPropertyInclusion(
            all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
        .defaultPrettyPrinter(
            new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indent)
                .withArrayIndenter(indent))
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build();
  }
}

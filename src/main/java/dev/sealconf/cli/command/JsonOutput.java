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
 * Prints records as JSON for programs. A field has the name of its component in snake case, and an
 * empty {@code Optional} is left out. Loading Jackson's databind takes a third of a second, so a
 * command uses this class only if the user asks for JSON.
 */
public final class JsonOutput {
  private JsonOutput() {}

  /** Returns a record as JSON, indented by two spaces per level, with a line break at the end. */
  public static String of(Record report) {
    String json = mapper().writeValueAsString(report) + "\n";
    return Printable.json(withoutHtml(json));
  }

  /** Escapes the characters that are special in HTML, as Go does. */
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

package dev.sealconf.exec.notation;

import com.google.auto.service.AutoService;
import dev.sealconf.exec.variable.Variable;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes one JSON object of strings (RFC 8259) in ASCII. */
@AutoService(Notation.class)
public final class JsonNotation implements Notation {

  @Override
  public String name() {
    return "json";
  }

  @Override
  public int rank() {
    return 90;
  }

  @Override
  public String reader() {
    return "a JSON parser";
  }

  @Override
  public byte[] write(List<Variable> variables, List<Path> files) {
    StringWriter text = new StringWriter();
    JsonFactory json = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    try (JsonGenerator object = json.createGenerator(ObjectWriteContext.empty(), text)) {
      object.writeStartObject();
      for (Variable variable : variables) {
        object.writeStringProperty(variable.name(), NotWritable.text(variable, this));
      }
      object.writeEndObject();
    }
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }
}

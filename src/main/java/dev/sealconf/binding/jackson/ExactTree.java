package dev.sealconf.binding.jackson;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jackson.JsonNodeDeserializer;

/** Reads a part as Jackson's tree, also from Jackson's copy of it. */
final class ExactTree extends ValueDeserializer<JsonNode> {
  private final ValueDeserializer<? extends JsonNode> tree =
      JsonNodeDeserializer.getDeserializer(JsonNode.class);

  @Override
  public JsonNode deserialize(JsonParser parser, DeserializationContext context) {
    return tree.deserialize(ExactParser.copied(parser), context);
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return tree.getNullValue(context);
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return tree.getAbsentValue(context);
  }
}

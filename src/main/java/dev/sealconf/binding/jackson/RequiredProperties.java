package dev.sealconf.binding.jackson;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.util.NameTransformer;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Requires the properties that a class with setters or fields marks as required. Jackson itself
 * checks this only for the parameters of constructors.
 */
final class RequiredProperties extends DelegatingDeserializer {
  private final Map<String, Set<String>> required;

  /** Requires these properties, each under one of its names. */
  RequiredProperties(ValueDeserializer<?> deserializer, Map<String, Set<String>> required) {
    super(deserializer);
    this.required = required;
  }

  @Override
  protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
    return new RequiredProperties(deserializer, required);
  }

  /** Leaves the names to Jackson if they get a prefix. */
  @Override
  @SuppressWarnings("unchecked")
  public ValueDeserializer<Object> unwrappingDeserializer(
      DeserializationContext context, NameTransformer names) {
    return ((ValueDeserializer<Object>) getDelegatee()).unwrappingDeserializer(context, names);
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    boolean inside =
        parser.hasToken(JsonToken.PROPERTY_NAME) || parser.hasToken(JsonToken.END_OBJECT);
    if (!inside && !parser.hasToken(JsonToken.START_OBJECT)) {
      return super.deserialize(parser, context);
    }
    try (TokenBuffer copy = context.bufferForInputBuffering(parser)) {
      if (inside) {
        copyRest(parser, copy);
      } else {
        copy.copyCurrentStructure(parser);
      }
      requireAll(names(copy.asParser(context)), context);
      JsonParser again = ExactParser.copied(copy.asParser(context));
      again.nextToken();
      return super.deserialize(again, context);
    }
  }

  /** Copies a map of which Jackson has already read the start, to learn its type. */
  private static void copyRest(JsonParser parser, TokenBuffer copy) {
    copy.writeStartObject();
    while (parser.hasToken(JsonToken.PROPERTY_NAME)) {
      copy.copyCurrentStructure(parser);
      parser.nextToken();
    }
    copy.writeEndObject();
  }

  private void requireAll(Set<String> there, DeserializationContext context) {
    for (Map.Entry<String, Set<String>> property : required.entrySet()) {
      if (property.getValue().stream().noneMatch(there::contains)) {
        context.reportPropertyInputMismatch(
            handledType(), property.getKey(), "a required property is missing");
      }
    }
  }

  /** Returns the names of the properties that have a value. */
  private static Set<String> names(JsonParser tokens) {
    Set<String> names = new HashSet<>();
    tokens.nextToken();
    while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = tokens.currentName();
      if (tokens.nextToken() != JsonToken.VALUE_NULL) {
        names.add(name);
      }
      tokens.skipChildren();
    }
    return names;
  }
}

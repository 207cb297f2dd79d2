package dev.sealconf.binding.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Lets Jackson's readers of single values fail where they would return another value than the
 * file's: null for a text, a number that overflows, or the character with a number's code. Adds
 * what they lack.
 */
final class StrictScalars extends ValueDeserializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public ValueDeserializer<?> modifyDeserializer(
      DeserializationConfig config,
      BeanDescription.Supplier type,
      ValueDeserializer<?> deserializer) {
    if (deserializer instanceof BeanDeserializerBase) {
      Map<String, Set<String>> required = required(type.get());
      return required.isEmpty() ? deserializer : new RequiredProperties(deserializer, required);
    } else if (type.getBeanClass() == Object.class) {
      return new AnyType(deserializer);
    } else if (deserializer instanceof StringDeserializer) {
      return new Text(deserializer);
    }
    return deserializer instanceof StdScalarDeserializer ? new Strict(deserializer) : deserializer;
  }

  @Override
  public ValueDeserializer<?> modifyEnumDeserializer(
      DeserializationConfig config,
      JavaType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    return new Strict(deserializer);
  }

  @Override
  public ValueDeserializer<?> modifyArrayDeserializer(
      DeserializationConfig config,
      ArrayType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    if (type.getRawClass() == char[].class) {
      return new Text(deserializer);
    }
    return type.getContentType().isPrimitive() ? new Primitives(deserializer) : deserializer;
  }

  /** Returns the names, each with its aliases, that setters and fields require. */
  private static Map<String, Set<String>> required(BeanDescription type) {
    Map<String, Set<String>> required = new LinkedHashMap<>();
    for (BeanPropertyDefinition property : type.findProperties()) {
      if (property.isRequired()
          && property.couldDeserialize()
          && !property.hasConstructorParameter()) {
        required.put(
            property.getName(),
            Stream.concat(
                    Stream.of(property.getName()),
                    property.findAliases().stream().map(PropertyName::getSimpleName))
                .collect(Collectors.toSet()));
      }
    }
    return required;
  }

  /** Reads one value. */
  private static final class Strict extends DelegatingDeserializer {
    Strict(ValueDeserializer<?> deserializer) {
      super(deserializer);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
      return new Strict(deserializer);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      JsonToken token = parser.currentToken();
      if (token != JsonToken.VALUE_STRING && !token.isNumeric() && !token.isBoolean()) {
        return super.deserialize(parser, context);
      }
      String text = parser.getString();
      Class<?> type = handledType();
      if (token.isNumeric() && (type == char.class || type == Character.class)) {
        if (text.length() != 1) {
          throw InvalidFormatException.from(parser, "not a character", null, type);
        }
        return text.charAt(0);
      }
      Object value = super.deserialize(parser, context);
      if (value == null || overflows(value, text)) {
        throw InvalidFormatException.from(parser, "another value", null, type);
      }
      return plain(value);
    }

    private static Object plain(Object value) {
      if (value instanceof BigInteger number) {
        return SpelledNumber.plain(number);
      }
      return value instanceof BigDecimal number ? SpelledNumber.plain(number) : value;
    }

    private static boolean overflows(Object value, String text) {
      if (value instanceof Byte number) {
        return number < 0 && !text.contains("-");
      }
      return (value instanceof Float || value instanceof Double)
          && Double.isInfinite(((Number) value).doubleValue())
          && text.chars().anyMatch(Character::isDigit);
    }
  }

  /** Reads values whose type the program leaves open, also from Jackson's copy of a part. */
  private static final class AnyType extends DelegatingDeserializer {
    AnyType(ValueDeserializer<?> deserializer) {
      super(deserializer);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
      return new AnyType(deserializer);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      return super.deserialize(ExactParser.copied(parser), context);
    }
  }

  /**
   * Reads texts as {@code get(path)} does: characters of a number or a boolean, too, and bytes only
   * if they are UTF-8.
   */
  private static final class Text extends DelegatingDeserializer {
    Text(ValueDeserializer<?> deserializer) {
      super(deserializer);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
      return new Text(deserializer);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      JsonToken token = parser.currentToken();
      boolean chars = handledType() == char[].class;
      if (token == JsonToken.VALUE_EMBEDDED_OBJECT
          && parser.getEmbeddedObject() instanceof byte[] bytes) {
        String text = text(parser, bytes);
        return chars ? text.toCharArray() : text;
      }
      return chars && (token.isNumeric() || token.isBoolean())
          ? parser.getString().toCharArray()
          : super.deserialize(parser, context);
    }

    private String text(JsonParser parser, byte[] bytes) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw InvalidFormatException.from(parser, "not UTF-8", null, handledType());
      }
    }
  }

  /**
   * Reads an array whose texts, such as {@code "1e999"}, Jackson would convert with a loss. A text
   * in place of a {@code byte[]} is not Base64: SOPS stores YAML's {@code !!binary} as plain text.
   */
  private static final class Primitives extends DelegatingDeserializer {
    Primitives(ValueDeserializer<?> deserializer) {
      super(deserializer);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
      return new Primitives(deserializer);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      if (handledType() == byte[].class && parser.hasToken(JsonToken.VALUE_STRING)) {
        return parser.getString().getBytes(StandardCharsets.UTF_8);
      } else if (!parser.hasToken(JsonToken.START_ARRAY)) {
        return super.deserialize(parser, context);
      }
      try (TokenBuffer copy = context.bufferForInputBuffering(parser)) {
        copy.copyCurrentStructure(parser);
        checkTexts(copy.asParser(context), context);
        JsonParser again = ExactParser.copied(copy.asParser(context));
        again.nextToken();
        return super.deserialize(again, context);
      }
    }

    private void checkTexts(JsonParser items, DeserializationContext context) {
      items.nextToken();
      for (int index = 0; items.nextToken() != JsonToken.END_ARRAY; index++) {
        if (items.hasToken(JsonToken.VALUE_STRING)) {
          try {
            context.readValue(items, handledType().componentType());
          } catch (JacksonException e) {
            throw JacksonException.wrapWithPath(e, this, index);
          }
        }
        items.skipChildren();
      }
    }
  }
}

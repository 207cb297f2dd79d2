package dev.sealconf.binding.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.JsonNode;

/** Gives Jackson numbers without loss, and their texts as the file writes them. */
public final class ExactParser extends JsonParserDelegate {
  private final JsonNode root;

  /** Reads the tokens of this tree, or of a part of it. */
  public ExactParser(JsonParser tokens, JsonNode root) {
    super(tokens);
    this.root = root;
  }

  /** Returns a parser of these tokens, which Jackson may have copied from such a parser. */
  static JsonParser copied(JsonParser tokens) {
    return tokens instanceof ExactParser ? tokens : new ExactParser(tokens, null);
  }

  @Override
  public String getString() {
    return root != null
            && hasToken(JsonToken.VALUE_NUMBER_FLOAT)
            && root.at(streamReadContext().pathAsPointer()) instanceof SpelledNumber.Special special
        ? special.text()
        : super.getString();
  }

  @Override
  public String getValueAsString() {
    return hasToken(JsonToken.VALUE_NUMBER_FLOAT) ? getString() : super.getValueAsString();
  }

  @Override
  public Number getNumberValue() {
    return SpelledNumber.plain(super.getNumberValue());
  }

  @Override
  public BigInteger getBigIntegerValue() {
    return SpelledNumber.plain(super.getBigIntegerValue());
  }

  @Override
  public BigDecimal getDecimalValue() {
    return SpelledNumber.plain(super.getDecimalValue());
  }

  @Override
  public byte getByteValue() {
    int value = getIntValue();
    if (value != (byte) value) {
      throw tooLarge(byte.class);
    }
    return (byte) value;
  }

  @Override
  public float getFloatValue() {
    float value = super.getFloatValue();
    if (Float.isInfinite(value) && !Double.isInfinite(getDoubleValue())) {
      throw tooLarge(float.class);
    }
    return value;
  }

  private InputCoercionException tooLarge(Class<?> type) {
    return new InputCoercionException(this, "out of range", currentToken(), type);
  }
}

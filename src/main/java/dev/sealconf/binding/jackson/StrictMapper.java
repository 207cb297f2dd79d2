package dev.sealconf.binding.jackson;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Jackson with the rules of {@code docs/java.md}: unknown keys, missing components and conversions
 * that change a value fail.
 */
public final class StrictMapper {
  private StrictMapper() {}

  /** Returns a new mapper: a shared one would keep the program's classes from being unloaded. */
  public static JsonMapper create() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .withCoercionConfigDefaults(
            rules -> rules.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
        .withCoercionConfig(
            LogicalType.Boolean,
            rules ->
                rules
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
        .annotationIntrospector(new RequiredComponents())
        .addModule(
            new SimpleModule("sealconf")
                .addDeserializer(JsonNode.class, new ExactTree())
                .setDeserializerModifier(new StrictScalars()))
        .build();
  }
}

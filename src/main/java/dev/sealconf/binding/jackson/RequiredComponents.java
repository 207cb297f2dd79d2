package dev.sealconf.binding.jackson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.util.ClassUtil;
import tools.jackson.databind.util.RecordUtil;

/**
 * Jackson's annotations, and the rule that records require a value that isn't null for all
 * components, except for optional ones and those with an annotation that says otherwise.
 */
final class RequiredComponents extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;
  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  @Override
  public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    Boolean marked = super.hasRequiredMarker(config, member);
    if (marked != null || !isComponent(member)) {
      return marked;
    }
    return !mayBeAbsent(config, member) && !allowsNull(super.findSetterInfo(config, member));
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    JsonSetter.Value stated = super.findSetterInfo(config, annotated);
    if (!(annotated instanceof AnnotatedParameter member)
        || !isComponent(member)
        || mayBeAbsent(config, member)
        || Boolean.FALSE.equals(super.hasRequiredMarker(config, member))) {
      return stated;
    } else if (allowsNull(stated)) {
      boolean skipped = stated.getValueNulls() == Nulls.SKIP && member.getRawType().isPrimitive();
      return skipped ? stated.withValueNulls(Nulls.AS_EMPTY) : stated;
    }
    return stated.withValueNulls(Nulls.FAIL);
  }

  /**
   * Keeps an ignored component, so that {@link #findDeserializer} can give it a value: a record
   * can't be made without one.
   */
  @Override
  public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
    return !member.getDeclaringClass().isRecord() && super.hasIgnoreMarker(config, member);
  }

  @Override
  public Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
    return annotated instanceof AnnotatedParameter member && isIgnored(config, member)
        ? new Ignored(member.getRawType())
        : super.findDeserializer(config, annotated);
  }

  private static boolean isComponent(AnnotatedMember member) {
    return member instanceof AnnotatedParameter && member.getDeclaringClass().isRecord();
  }

  private static boolean allowsNull(JsonSetter.Value stated) {
    return stated.nonDefaultValueNulls() != null && stated.getValueNulls() != Nulls.FAIL;
  }

  private boolean isIgnored(MapperConfig<?> config, AnnotatedMember member) {
    if (!isComponent(member)) {
      return false;
    }
    JsonIgnoreProperties all = member.getDeclaringClass().getAnnotation(JsonIgnoreProperties.class);
    return super.hasIgnoreMarker(config, member)
        || findPropertyAccess(config, member) == JsonProperty.Access.READ_ONLY
        || all != null
            && !all.allowSetters()
            && List.of(all.value()).contains(name(config, member));
  }

  /** Returns the name of a component, as the file writes it. */
  private String name(MapperConfig<?> config, AnnotatedMember member) {
    PropertyName stated = findNameForDeserialization(config, member);
    if (stated != null && stated.hasSimpleName()) {
      return stated.getSimpleName();
    }
    String[] components = RecordUtil.getRecordFieldNames(member.getDeclaringClass());
    int index = ((AnnotatedParameter) member).getIndex();
    return index < components.length ? components[index] : "";
  }

  /** Returns whether the component needs no key of its own. */
  private boolean mayBeAbsent(MapperConfig<?> config, AnnotatedMember member) {
    return OPTIONAL.contains(member.getRawType())
        || isIgnored(config, member)
        || Boolean.TRUE.equals(hasAnySetter(config, member))
        || findUnwrappingNameTransformer(config, member) != null
        || findInjectableValue(config, member) != null;
  }

  /** Skips the value of an ignored component. */
  private static final class Ignored extends StdDeserializer<Object> {
    Ignored(Class<?> type) {
      super(type);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      parser.skipChildren();
      return nothing();
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
      return nothing();
    }

    private Object nothing() {
      return handledType().isPrimitive() ? ClassUtil.defaultValue(handledType()) : null;
    }
  }
}

package dev.sealconf.binding;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Jackson's annotations, and the rule that records require all components but optional ones. */
final class RequiredComponents extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;
  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  @Override
  public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    Boolean marked = super.hasRequiredMarker(config, member);
    boolean component =
        member instanceof AnnotatedParameter && member.getDeclaringClass().isRecord();
    return marked == null && component ? !OPTIONAL.contains(member.getRawType()) : marked;
  }
}

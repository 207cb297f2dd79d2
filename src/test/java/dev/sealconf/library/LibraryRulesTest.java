package dev.sealconf.library;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/java.md} promises about the code: no state between calls, and no reflection
 * except in Jackson and where classes are made by name. {@code ArchitectureTest} holds that only
 * the command's main class prints and ends the process.
 */
class LibraryRulesTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  private static final DescribedPredicate<JavaAccess<?>> REFLECTION =
      target(owner(resideInAPackage("java.lang.reflect")))
          .or(
              target(owner(equivalentTo(Class.class)))
                  .and(target(nameMatching("forName|get(Declared)?(Constructor|Method|Field)s?"))))
          .or(
              target(owner(equivalentTo(ClassLoader.class)))
                  .and(target(nameMatching("loadClass"))));

  /**
   * {@code Primitives} counts keys to choose the faster of two ways, and no result depends on it.
   * The others know what the system and Java know of the whole process anyway: its locks on files
   * and its shutdown hooks.
   */
  @Test
  void onlyTheseClassesHaveStaticState() {
    assertThat(
            namesOf(
                type ->
                    type.getFields().stream().anyMatch(LibraryRulesTest::changes)
                        || type.getAccessesFromSelf().stream()
                            .filter(access -> access.getOrigin().getName().equals("<clinit>"))
                            .anyMatch(access -> isShared(access.getTargetOwner()))))
        .containsExactly(
            "dev.sealconf.crypto.Primitives",
            "dev.sealconf.io.file.PathLock",
            "dev.sealconf.io.plaintext.OwnedFolder",
            "dev.sealconf.io.process.ShutdownHooks");
  }

  private static boolean changes(JavaField field) {
    Set<JavaModifier> modifiers = field.getModifiers();
    return modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.FINAL);
  }

  private static boolean isShared(JavaClass type) {
    return type.getPackageName().startsWith("java.util.concurrent") && !type.isEnum()
        || type.isAssignableTo(ThreadLocal.class);
  }

  /**
   * {@code ServiceClasses} makes formats and key providers, whose names the jar lists for native
   * images. {@code JarFolder} makes vendors' clients. The other two belong to commands that run
   * programs.
   */
  @Test
  void onlyTheseClassesUseReflection() {
    assertThat(namesOf(type -> type.getAccessesFromSelf().stream().anyMatch(REFLECTION)))
        .containsExactly(
            "dev.sealconf.io.process.SignalHandling",
            "dev.sealconf.io.program.CLibrary",
            "dev.sealconf.plugin.JarFolder",
            "dev.sealconf.services.ServiceClasses");
  }

  private static TreeSet<String> namesOf(Predicate<JavaClass> classes) {
    TreeSet<String> names = new TreeSet<>();
    PROGRAM.stream()
        .filter(classes)
        .forEach(type -> names.add(type.getName().replaceAll("\\$.*", "")));
    return names;
  }
}

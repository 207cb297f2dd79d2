package dev.sealconf;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may use whom ({@code docs/architecture.md}); the arrows go one way. */
class ArchitectureTest {
  private static final String ROOT = "dev.sealconf.";
  private static final JavaClasses PROGRAM =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  /** Each package, and all that it may use beside itself. */
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.of(
              "error", List.of(),
              "document", List.of("error"),
              "crypto", List.of("error"),
              "io", List.of("error"),
              "plugin", List.of("error"),
              "keys", List.of("plugin", "crypto", "io", "error"),
              "envelope", List.of("document", "crypto", "keys", "io", "error"),
              "config", List.of("keys", "document", "envelope", "io", "error"),
              "operation", List.of("envelope", "keys", "document", "crypto", "io", "error"),
              "cli",
                  List.of("operation", "config", "envelope", "keys", "document", "io", "error")));

  @TestFactory
  Stream<DynamicTest> packagesUseOnlyWhatStandsBelowThem() {
    return MAY_USE.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey() + " uses " + entry.getValue(),
                    () -> holds(usesOnly(entry.getKey(), entry.getValue()))));
  }

  private static ArchRule usesOnly(String name, List<String> others) {
    String[] allowed =
        Stream.concat(Stream.of(name), others.stream())
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.sealconf..").and(resideOutsideOfPackages(allowed)));
  }

  @Test
  void everyPackageStandsInTheTable() {
    String[] known = MAY_USE.keySet().stream().map(n -> ROOT + n + "..").toArray(String[]::new);
    holds(classes().that().resideInAPackage("dev.sealconf.*..").should().resideInAnyPackage(known));
  }

  @Test
  void packagesHaveNoCycles() {
    holds(slices().matching("dev.sealconf.(*)..").should().beFreeOfCycles());
  }

  @Test
  void nobodyNamesAFormatOrAProvider() {
    holds(usedOnlyBy(ROOT + "document.format..", ROOT + "document.format.."));
    holds(usedOnlyBy(ROOT + "keys.providers..", ROOT + "keys.providers.."));
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    holds(usedOnlyBy("picocli..", ROOT + "cli.."));
  }

  @Test
  void onlyKeyServicesKnowTheirProtocol() {
    holds(usedOnlyBy("io.grpc..", ROOT + "keys.service.grpc"));
    holds(usedOnlyBy("com.google.protobuf..", ROOT + "keys.service"));
    holds(usedOnlyBy(ROOT + "keys.service.grpc", ROOT + "keys.service.grpc"));
  }

  @Test
  void onlyFormatsAndConfigKnowParsers() {
    String formats = ROOT + "document.format..";
    holds(usedOnlyBy("tools.jackson..", formats, ROOT + "config..", ROOT + "envelope.spelling"));
    holds(usedOnlyBy("com.fasterxml..", formats, ROOT + "config.."));
    holds(usedOnlyBy("org.snakeyaml..", formats, ROOT + "config.."));
  }

  @Test
  void onlyCryptoAndProvidersKnowCryptography() {
    String providers = ROOT + "keys.providers..";
    holds(usedOnlyBy("javax.crypto..", ROOT + "crypto..", providers));
    holds(usedOnlyBy("com.google.crypto.tink..", ROOT + "crypto..", providers));
    holds(usedOnlyBy("org.bouncycastle..", ROOT + "crypto..", providers));
    holds(
        noClasses()
            .that()
            .haveNameNotMatching("dev\\.sealconf\\.io\\.Entropy.*")
            .should()
            .accessTargetWhere(target(owner(assignableTo(SecureRandom.class)))));
  }

  @Test
  void onlyIoStartsProcessesAndWritesFiles() {
    holds(outsideIo().dependOnClassesThat().belongToAnyOf(ProcessBuilder.class, Process.class));
    holds(outsideIo().dependOnClassesThat().belongToAnyOf(FileOutputStream.class));
    holds(outsideIo().callMethodWhere(calls(Runtime.class, name("exec"))));
    for (String verb : List.of("write", "copy", "move", "delete", "create", "set", "newOut")) {
      holds(outsideIo().callMethodWhere(calls(Files.class, nameStartingWith(verb))));
    }
  }

  private static ClassesShould outsideIo() {
    return noClasses()
        .that()
        .resideInAPackage("dev.sealconf.*..")
        .and()
        .resideOutsideOfPackage(ROOT + "io..")
        .should();
  }

  @Test
  void onlyMainKnowsTheProcessItRunsIn() {
    for (String name : List.of("in", "out", "err", "exit", "getenv")) {
      holds(
          noClasses()
              .that()
              .resideInAPackage("dev.sealconf.*..")
              .should()
              .accessTargetWhere(calls(System.class, name(name))));
    }
  }

  private static ArchRule usedOnlyBy(String used, String... users) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(users)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(used);
  }

  private static void holds(ArchRule rule) {
    rule.check(PROGRAM);
  }

  private static DescribedPredicate<JavaAccess<?>> calls(
      Class<?> owner, DescribedPredicate<HasName> member) {
    return target(owner(equivalentTo(owner))).and(target(member));
  }
}

package dev.sealconf;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import dev.sealconf.io.World;
import java.io.FileOutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may use which ({@code docs/architecture.md}); the arrows go one way. */
class ArchitectureTest {
  private static final String ROOT = "dev.sealconf.";
  private static final JavaClasses PROGRAM =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  /** What a session may use. */
  private static final List<String> SESSION =
      List.of("operation", "config", "envelope", "keys", "document", "io", "error");

  /** Each package, and all that it may use besides itself. */
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("error", List.of()),
              Map.entry("services", List.of("error")),
              Map.entry("reload", List.of("error")),
              Map.entry("document", List.of("services", "error")),
              Map.entry("crypto", List.of("error")),
              Map.entry("io", List.of("services", "error")),
              Map.entry("plugin", List.of("io", "error")),
              Map.entry("vendor", List.of("io", "error")),
              Map.entry("keys", List.of("plugin", "vendor", "crypto", "io", "services", "error")),
              Map.entry("envelope", List.of("document", "crypto", "keys", "io", "error")),
              Map.entry("config", List.of("keys", "document", "envelope", "io", "error")),
              Map.entry(
                  "operation", List.of("envelope", "keys", "document", "crypto", "io", "error")),
              Map.entry("session", SESSION),
              Map.entry("exec", and(SESSION, "session", "services")),
              Map.entry("spring", List.of("error")),
              Map.entry("binding", List.of("exec", "operation", "document", "error")),
              Map.entry("leak", List.of("session", "io", "error")),
              Map.entry("git", and(SESSION, "session", "leak", "crypto", "services")),
              Map.entry("cli", and(SESSION, "session", "exec", "leak", "git", "services"))));

  private static List<String> and(List<String> some, String... others) {
    return Stream.concat(some.stream(), Stream.of(others)).toList();
  }

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
            resideInAPackage("dev.sealconf..")
                .and(resideOutsideOfPackages(allowed))
                .and(not(isPublicApi())));
  }

  /** The library's types, which only Spring Boot's adapter uses. */
  private static DescribedPredicate<JavaClass> isPublicApi() {
    return nameMatching("dev\\.sealconf\\.Seal(conf|confOptions|edDocument)").forSubtype();
  }

  @Test
  void theTableNamesOnlyPackagesThatExist() {
    for (String name : MAY_USE.keySet()) {
      assertThat(PROGRAM.containPackage("dev.sealconf." + name)).as(name).isTrue();
    }
    assertThat(MAY_USE.values()).allSatisfy(used -> assertThat(MAY_USE.keySet()).containsAll(used));
  }

  @Test
  void everyPackageIsInTheTable() {
    String[] known = MAY_USE.keySet().stream().map(n -> ROOT + n + "..").toArray(String[]::new);
    holds(classes().that().resideInAPackage("dev.sealconf.*..").should().resideInAnyPackage(known));
  }

  @Test
  void packagesHaveNoCycles() {
    holds(slices().matching("dev.sealconf.(*)..").should().beFreeOfCycles());
  }

  @Test
  void noOtherPackageNamesAFormatOrAProvider() {
    holds(usedOnlyBy(ROOT + "document.format..", ROOT + "document.format.."));
    holds(usedOnlyBy(ROOT + "keys.providers..", ROOT + "keys.providers.."));
  }

  @Test
  void onlyTheDescriptionsOfCommandsKnowPicocli() {
    holds(usedOnlyBy("picocli..", ROOT + "cli.."));
    only(
        resideInAPackage(ROOT + "cli.describe..")
            .or(nameMatching("dev\\.sealconf\\.cli\\.option\\.(PicocliModel|UnknownFlag).*"))
            .or(nameMatching("dev\\.sealconf\\.cli\\.command\\.Command"))
            .or(nameMatching("dev\\.sealconf\\.cli\\.(Help|Man|Completion)Command.*"))
            .or(nameMatching("dev\\.sealconf\\.cli\\.access\\.GroupsCommand")),
        should -> should.dependOnClassesThat(resideInAPackage("picocli..")));
  }

  @Test
  void onlyKeyServicesKnowTheirProtocol() {
    holds(usedOnlyBy("io.grpc..", ROOT + "keys.service.grpc"));
    holds(usedOnlyBy("com.google.protobuf..", ROOT + "keys.service"));
    holds(usedOnlyBy(ROOT + "keys.service.grpc", ROOT + "keys.service.grpc"));
  }

  @Test
  void eachParserIsKnownOnlyWhereItsTextIsRead() {
    String vendor = ROOT + "vendor";
    String notation = ROOT + "exec.notation";
    holds(
        usedOnlyBy(
            "tools.jackson.core..",
            ROOT + "envelope.spelling",
            ROOT + "binding..",
            notation,
            vendor,
            ROOT + "cli.."));
    holds(usedOnlyBy("tools.jackson.databind..", ROOT + "cli..", ROOT + "binding.."));
    for (String other : List.of("com.google.gson..", "com.fasterxml.jackson.core..")) {
      holds(usesOf(noClasses().should(), other));
    }
    holds(usedOnlyBy("org.snakeyaml..", ROOT + "document.format..", ROOT + "config.."));
  }

  @Test
  void onlyCryptoAndProvidersKnowCryptography() {
    String providers = ROOT + "keys.providers..";
    holds(usesOf(noClasses().should(), "javax.crypto.."));
    holds(usedOnlyBy("com.google.crypto.tink..", providers, ROOT + "plugin", ROOT + "keys.ring"));
    holds(usedOnlyBy("org.bouncycastle..", ROOT + "crypto..", providers));
    only(
        nameMatching("dev\\.sealconf\\.io\\.(System)?Entropy.*").forSubtype(),
        should -> should.accessTargetWhere(target(owner(assignableTo(SecureRandom.class)))));
  }

  @Test
  void onlyIoStartsProcessesAndWritesFiles() {
    DescribedPredicate<JavaClass> io = resideInAPackage(ROOT + "io..");
    only(io, should -> should.dependOnClassesThat().belongToAnyOf(ProcessBuilder.class));
    only(io, should -> should.dependOnClassesThat().belongToAnyOf(Process.class));
    only(
        io.or(resideInAPackage("dev.sealconf")),
        should -> should.dependOnClassesThat().belongToAnyOf(FileOutputStream.class));
    only(io, should -> should.callMethodWhere(calls(FileChannel.class, name("open"))));
    for (String verb : List.of("move", "delete", "create", "set")) {
      only(io, should -> should.callMethodWhere(calls(Files.class, nameStartingWith(verb))));
    }
  }

  /** {@code io} opens files so that no link leads it away; these shortcuts follow links. */
  @Test
  void noClassUsesTheShortcutsThatWriteFilesOrStartProcesses() {
    for (String verb : List.of("write", "copy", "newOutputStream", "newBufferedWriter")) {
      holds(noClasses().should().callMethodWhere(calls(Files.class, nameStartingWith(verb))));
    }
    holds(noClasses().should().callMethodWhere(calls(Runtime.class, name("exec"))));
  }

  @Test
  void onlyMainKnowsTheProcessItRunsIn() {
    DescribedPredicate<JavaClass> main = resideInAPackage("dev.sealconf");
    for (String name : List.of("exit", "getenv")) {
      only(main, should -> should.accessTargetWhere(calls(System.class, name(name))));
    }
    only(main, should -> should.callMethodWhere(calls(Runtime.class, name("halt"))));
    only(
        nameMatching("dev\\.sealconf\\.io\\.process\\.ShutdownHooks").forSubtype(),
        should -> should.callMethodWhere(calls(Runtime.class, name("addShutdownHook"))));
    for (String name : List.of("in", "out", "err")) {
      holds(noClasses().should().accessTargetWhere(calls(System.class, name(name))));
    }
  }

  /** Questions go through Ask and reports through Tell, so that no terminal is needed. */
  @Test
  void onlyTheCommandLineKnowsTheStreamsOfTheWorld() {
    String io = ROOT + "io..";
    String service = ROOT + "keys.service";
    onlyThese(List.of(ROOT + "cli..", ROOT + "io.program"), World.class, "err");
    String session = ROOT + "session..";
    onlyThese(List.of(session, io), World.class, "out");
    onlyThese(List.of(session, io, service), World.class, "in");
    onlyThese(
        List.of(ROOT + "cli..", ROOT + "git..", session, ROOT + "keys.."), World.class, "ask");
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(
                ROOT + "operation..", ROOT + "envelope..", ROOT + "config..", ROOT + "session..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "io.terminal.."));
  }

  private static void onlyThese(List<String> packages, Class<?> owner, String method) {
    DescribedPredicate<JavaClass> allowed = equivalentTo(owner).or(equivalentTo(Main.class));
    for (String name : packages) {
      allowed = allowed.or(resideInAPackage(name));
    }
    only(allowed, should -> should.callMethodWhere(calls(owner, name(method))));
  }

  /** Others don't use it, and each of these users does: so no name is misspelled. */
  private static ArchRule usedOnlyBy(String used, String... users) {
    for (String user : users) {
      assertThat(uses(resideInAPackage(user), should -> usesOf(should, used)))
          .as("%s uses %s", user, used)
          .isTrue();
    }
    return usesOf(noClasses().that().resideOutsideOfPackages(users).should(), used);
  }

  private static ArchRule usesOf(ClassesShould should, String used) {
    return should.dependOnClassesThat().resideInAPackage(used);
  }

  /** Others don't do it, and these classes do. */
  private static void only(
      DescribedPredicate<JavaClass> doers, Function<ClassesShould, ArchRule> deed) {
    ArchRule rule = deed.apply(noClasses().that(not(doers)).should());
    holds(rule);
    assertThat(uses(doers, deed)).as("who may: %s", rule.getDescription()).isTrue();
  }

  private static boolean uses(
      DescribedPredicate<JavaClass> classes, Function<ClassesShould, ArchRule> deed) {
    return deed.apply(noClasses().that(classes).should()).evaluate(PROGRAM).hasViolation();
  }

  private static void holds(ArchRule rule) {
    rule.check(PROGRAM);
  }

  private static DescribedPredicate<JavaAccess<?>> calls(
      Class<?> owner, DescribedPredicate<HasName> member) {
    return target(owner(equivalentTo(owner))).and(target(member));
  }
}

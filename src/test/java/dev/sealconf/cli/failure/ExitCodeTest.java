package dev.sealconf.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.EditorFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.ProgramFailure;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.RequiredKeyFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.error.UsageFailure;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which exit code each type of failure has: the table of docs/compatibility.md, written out. */
final class ExitCodeTest {
  private static final Map<Class<? extends SealconfException>, Integer> CODES =
      new LinkedHashMap<>();

  static {
    CODES.put(FileFailure.Missing.class, 100);
    CODES.put(FileFailure.Unreadable.class, 2);
    CODES.put(FileFailure.Malformed.class, 2);
    CODES.put(FileFailure.Empty.class, 92);
    CODES.put(SealingFailure.NotEncryptable.class, 23);
    CODES.put(SealingFailure.AlreadyEncrypted.class, 203);
    CODES.put(OpeningFailure.NotEncrypted.class, 1);
    CODES.put(OpeningFailure.Malformed.class, 1);
    CODES.put(OpeningFailure.ValueNotOpened.class, 25);
    CODES.put(OpeningFailure.Changed.class, 51);
    CODES.put(KeyFailure.NoDataKey.class, 128);
    CODES.put(KeyFailure.NotUnwrapped.class, 128);
    CODES.put(KeyFailure.NotWrapped.class, 1);
    CODES.put(KeyFailure.Malformed.class, 1);
    CODES.put(ConfigFailure.Invalid.class, 1);
    CODES.put(ConfigFailure.InvalidPattern.class, 61);
    CODES.put(ConfigFailure.NoMatchingRule.class, 1);
    CODES.put(ConfigFailure.NoRecipients.class, 1);
    CODES.put(ConfigFailure.EmptyKeyGroup.class, 1);
    CODES.put(OutputFailure.NotWritten.class, 3);
    CODES.put(OutputFailure.NotRepresentable.class, 4);
    CODES.put(UsageFailure.Mistake.class, 1);
    CODES.put(UsageFailure.Conflict.class, 8);
    CODES.put(UsageFailure.NoFile.class, 100);
    CODES.put(UsageFailure.InvalidValue.class, 7);
    CODES.put(UsageFailure.NotJson.class, 7);
    CODES.put(UsageFailure.InvalidPath.class, 91);
    CODES.put(UsageFailure.InvalidContext.class, 6);
    CODES.put(UsageFailure.DuplicateKind.class, 112);
    CODES.put(UsageFailure.InvalidPattern.class, 8);
    CODES.put(MachineFailure.class, 1);
    CODES.put(EditorFailure.class, 201);
    CODES.put(ProgramFailure.NotExecutable.class, 126);
    CODES.put(ProgramFailure.Missing.class, 127);
    CODES.put(NotFound.class, 1);
    CODES.put(Refusal.class, 1);
    CODES.put(RequiredKeyFailure.class, 210);
    CODES.put(BindingFailure.class, 1);
  }

  @Test
  void theTableHasEveryTypeOfFailure() {
    assertThat(concrete(SealconfException.class))
        .containsExactlyInAnyOrderElementsOf(CODES.keySet());
  }

  @Test
  void eachTypeHasTheCodeOfTheTable() throws ReflectiveOperationException {
    for (Map.Entry<Class<? extends SealconfException>, Integer> row : CODES.entrySet()) {
      assertThat(ExitCode.of(made(row.getKey())).number())
          .as(row.getKey().getName())
          .isEqualTo(row.getValue());
    }
  }

  @Test
  void aCopyHasTheSameType() throws ReflectiveOperationException {
    for (Class<? extends SealconfException> type : CODES.keySet()) {
      assertThat(made(type).hint("h").after("a").temporary().getClass()).isEqualTo(type);
    }
  }

  private static SealconfException made(Class<? extends SealconfException> type)
      throws ReflectiveOperationException {
    Constructor<?> constructor = type.getConstructors()[0];
    Object[] texts = new Object[constructor.getParameterCount()];
    Arrays.fill(texts, "text");
    return (SealconfException) constructor.newInstance(texts);
  }

  private static List<Class<?>> concrete(Class<?> type) {
    if (!Modifier.isAbstract(type.getModifiers())) {
      return List.of(type);
    }
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      types.addAll(concrete(permitted));
    }
    return types;
  }
}

package dev.sealconf.exec.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.exec.variable.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notation is read back by its readers byte for byte, or refuses the value. */
class NotationReadersTest {
  private static final int VALUES = 10_000;
  private static final long SEED = 20261127;

  @TempDir private Path folder;

  static Stream<Notation> notations() {
    return new Notations().all().stream();
  }

  @ParameterizedTest
  @MethodSource("notations")
  void readersGetTheSameBytesBack(Notation notation) throws Exception {
    Map<String, Readers.Reader> readers = Readers.of(notation);
    assertThat(readers).as("readers of " + notation.name()).isNotEmpty();
    List<List<Variable>> batches = written(notation);
    for (List<Variable> batch : batches) {
      Path file = folder.resolve("variables");
      Files.write(file, notation.write(batch, List.of(Path.of("/some where/it's"))));
      Map<String, String> expected = new HashMap<>();
      batch.forEach(
          v -> expected.put(v.name(), new String(v.value(), StandardCharsets.ISO_8859_1)));
      for (Map.Entry<String, Readers.Reader> reader : readers.entrySet()) {
        assertThat(reader.getValue().read(file)).as(reader.getKey()).isEqualTo(expected);
      }
    }
  }

  /** The values that the notation writes, in lists that it takes at once. */
  private static List<List<Variable>> written(Notation notation) {
    int most = notation.name().equals("gitlab") ? 50 : VALUES;
    List<List<Variable>> batches = new ArrayList<>();
    List<Variable> batch = new ArrayList<>();
    int written = 0;
    for (Variable variable : new RandomValues(SEED, true).next(VALUES)) {
      try {
        assertThat(notation.write(List.of(variable), List.of())).isNotEmpty();
        batch.add(variable);
        written++;
      } catch (OutputFailure.NotRepresentable refused) {
        assertThat(refused)
            .hasMessageStartingWith("'" + variable.name() + "' can't be written for");
      }
      if (batch.size() == most) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
    }
    batches.add(batch);
    assertThat(written).as("values that " + notation.name() + " holds").isGreaterThan(VALUES / 5);
    return batches;
  }
}

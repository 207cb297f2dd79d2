package dev.sealconf.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twice the input takes at most about twice the memory. What a run asks for is counted, not how
 * long it takes, so that the result is the same on every machine; quadratic work shows in it unless
 * it allocates nothing at all.
 */
class GrowthTest {
  /** Linear growth gives 2, quadratic growth 4; arrays that double as they fill give a bit more. */
  private static final double MOST = 2.6;

  /** Bytes up to which growth is taken for that of buffers. */
  private static final long SMALL = 2 << 20;

  @TempDir Path folder;

  static Stream<Shape> shapes() {
    return Stream.of(
            YamlShapes.collections(),
            YamlShapes.aliases(),
            YamlShapes.comments(),
            YamlShapes.scalars(),
            PathShapes.all(),
            LineShapes.all(),
            JsonShapes.all())
        .flatMap(shapes -> shapes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void twiceTheInputTakesAboutTwiceTheMemory(Shape shape) {
    Allocated allocated = new Allocated(folder);
    allocated.of(shape, 2); // loads the classes, which would count otherwise
    Map<String, Long> least = allocated.of(shape, 2);
    Map<String, Long> once = allocated.of(shape, shape.size());
    Map<String, Long> twice = allocated.of(shape, 2 * shape.size());
    twice.forEach(
        (command, bytes) -> {
          long fixed = least.getOrDefault(command, 0L);
          double growth = (double) (bytes - fixed) / Math.max(SMALL, once.get(command) - fixed);
          assertThat(growth)
              .as("%s of %s: %d, then %d bytes", command, shape, once.get(command), bytes)
              .isLessThan(MOST);
        });
  }
}

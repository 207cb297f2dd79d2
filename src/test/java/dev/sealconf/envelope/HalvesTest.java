package dev.sealconf.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HalvesTest {
  @Test
  void partsMakeUpAllValuesInOrder() {
    List<String> expected = List.of("0-3", "3-7");
    assertThat(Halves.done(7, (from, to) -> from + "-" + to)).isEqualTo(expected);
    assertThat(Halves.together(7, (from, to) -> from + "-" + to)).isEqualTo(expected);
  }

  @Test
  void partsAreDoneAtTheSameTime() {
    CyclicBarrier both = new CyclicBarrier(2);
    Halves.together(
        2,
        (from, to) -> {
          try {
            return both.await(1, TimeUnit.MINUTES);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(both.isBroken()).isFalse();
  }

  @Test
  void theFailureOfTheFirstPartComesBeforeThatOfTheSecond() {
    assertThatThrownBy(() -> Halves.together(4, (from, to) -> failed("part " + from)))
        .hasMessage("part 0");
    assertThatThrownBy(
            () -> Halves.together(4, (from, to) -> from == 0 ? "" : failed("part " + from)))
        .hasMessage("part 2");
  }

  private static String failed(String message) {
    throw new IllegalArgumentException(message);
  }
}

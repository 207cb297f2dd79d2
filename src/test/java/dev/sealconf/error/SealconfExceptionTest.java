package dev.sealconf.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a failure keeps on its way to the user. */
final class SealconfExceptionTest {

  @Test
  void copiesKeepTheStackTraceOfTheFirst() {
    SealconfException first = failing();
    SealconfException last =
        first
            .hint("h")
            .at(Location.of("f"))
            .as(KeyFailure.NotUnwrapped::new)
            .after("can't do it: ");

    assertThat(last).isInstanceOf(KeyFailure.NotUnwrapped.class);
    assertThat(last.getStackTrace()).isEqualTo(first.getStackTrace());
    assertThat(last.getStackTrace()[0].getMethodName()).isEqualTo("failing");
    assertThat(last).hasMessage("can't do it: it failed");
    assertThat(last.hints()).containsExactly("h");
    assertThat(last.location()).hasValue(Location.of("f"));
  }

  @Test
  void keepsTheStackTracesOfCausesWithoutTheirMessages() {
    IOException library = new IOException("secret", new IllegalStateException("secret"));
    SealconfException inner = failing().from(library);
    SealconfException outer = failing().from(inner).hint("h");

    assertThat(outer.getCause()).isNull();
    assertThat(outer.origins())
        .extracting(Origin::className)
        .containsExactly(
            KeyFailure.NotWrapped.class.getName(),
            IOException.class.getName(),
            IllegalStateException.class.getName());
    assertThat(outer.origins().toString()).doesNotContain("secret");
  }

  private static SealconfException failing() {
    return new KeyFailure.NotWrapped("it failed");
  }
}

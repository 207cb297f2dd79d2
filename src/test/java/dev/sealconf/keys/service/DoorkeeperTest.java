package dev.sealconf.keys.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.MasterKey;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The question before each request. */
final class DoorkeeperTest {
  private static final ServiceAddress ANY_PORT = new ServiceAddress.Tcp("127.0.0.1", 0);

  @TempDir Path folder;

  @Test
  void asksAtTheTerminalAndNamesTheKeyAndItsUse() {
    TestWorld world = TestWorld.in(folder).withConsent(true).withInput("n\n");

    assertThat(lets(world, true)).isTrue();
    assertThat(world.prompts()).containsExactly("Allow a request to decrypt with age 'k'?");
    assertThat(lets(TestWorld.in(folder).withConsent(false).withInput("y\n"), true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "Y\n", "yes\n", " y \n", "y"})
  void readsAYesFromStandardInputIfThereIsNoTerminal(String input) {
    TestWorld world = TestWorld.in(folder).withInput(input);

    assertThat(lets(world, true)).isTrue();
    assertThat(world.err()).contains("Allow a request to decrypt with age 'k'? [y/N]\n");
    assertThat(world.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"n\n", "\n", "", "yeah\n", "\u0000y\n"})
  void treatsEveryOtherAnswerAsNo(String input) {
    assertThat(lets(TestWorld.in(folder).withInput(input), true)).isFalse();
  }

  @Test
  void readsOneLineForEachRequest() {
    Doorkeeper doorkeeper = new Doorkeeper(TestWorld.in(folder).withInput("y\nn\ny\n").world());

    assertThat(lets(doorkeeper, true)).isTrue();
    assertThat(lets(doorkeeper, true)).isFalse();
    assertThat(lets(doorkeeper, true)).isTrue();
    assertThat(lets(doorkeeper, true)).isFalse();
  }

  @Test
  void doesNotAskAboutARequestThatNoOneWaitsFor() {
    TestWorld world = TestWorld.in(folder).withConsent(true);

    assertThat(lets(world, false)).isFalse();
    assertThat(world.prompts()).isEmpty();
  }

  @Test
  void afterANoTheClientIsToldAndNoKeyIsUsed() throws Exception {
    TestWorld world = TestWorld.in(folder).withConsent(false);
    try (RunningService service = new RunningService(world, ANY_PORT, true)) {
      SealconfException failure =
          KeyServiceTest.unwrapFailure(service.client(), KeyServiceTest.age(), "nonsense");

      assertThat(failure).hasMessageEndingWith("rejected the request: its user said no");
      assertThat(service.log).singleElement().asString().endsWith(": rejected");
    }
  }

  @Test
  void aYesReachesKeysInAnotherPlaceThatNoOneNames() throws Exception {
    MasterKey kms = KeyServiceTest.key("kms", "arn:aws:kms:eu-west-1:123456789012:key/abc");
    TestWorld world = TestWorld.in(folder).withConsent(true).with("PATH", "");
    try (RunningService service = new RunningService(world, ANY_PORT, true)) {
      assertThat(KeyServiceTest.unwrapFailure(service.client(), kms, "!"))
          .hasMessageContaining("could not decrypt")
          .hasMessageNotContaining("not asked");
    }
  }

  private static boolean lets(TestWorld world, boolean wanted) {
    return lets(new Doorkeeper(world.world()), wanted);
  }

  private static boolean lets(Doorkeeper doorkeeper, boolean wanted) {
    return doorkeeper.lets(Procedure.DECRYPT, "age 'k'", () -> wanted);
  }
}

package dev.sealconf.keys.service.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How connections are accepted where that fails, and how many. */
final class GateTest {
  @TempDir Path folder;

  @Test
  void retriesWhenAConnectionCannotBeAccepted() throws IOException {
    TestWorld world = TestWorld.in(folder);
    AtomicInteger attempts = new AtomicInteger();
    Gate gate = new Gate(world.world(), 1, () -> false);

    String accepted =
        gate.next(
            place -> {
              if (attempts.incrementAndGet() < 3) {
                throw new IOException("Too many open files");
              }
              return "connection";
            });
    assertThat(accepted).isEqualTo("connection");
    assertThat(world.err().lines()).hasSize(1).allMatch(line -> line.contains("ulimit -n"));
  }

  @Test
  void aConnectionOverTheLimitWaits() throws Exception {
    AtomicBoolean freed = new AtomicBoolean();
    Gate gate = new Gate(TestWorld.in(folder).world(), 1, () -> false);
    Gate.Place first = gate.next(place -> place);
    CompletableFuture<Boolean> second =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return gate.next(place -> freed.get());
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });

    freed.set(true);
    first.free();
    first.free();
    assertThat(second.get(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void connectionsLeaveFileDescriptorsForOtherWork() {
    assertThat(Descriptors.connections(64, 1024, 40)).isEqualTo(64);
    assertThat(Descriptors.connections(64, 100, 40)).isEqualTo(28);
    assertThat(Descriptors.connections(64, 50, 40)).isEqualTo(4);
  }

  @Test
  void failsWhenNoConnectionCanBeAccepted() {
    Gate gate = new Gate(TestWorld.in(folder).world(), 1, () -> true);

    assertThatThrownBy(() -> gate.next(place -> "connection")).isInstanceOf(IOException.class);
  }
}

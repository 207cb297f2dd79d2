package dev.sealconf.io.plaintext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryFileSystemsTest {
  private static final MemoryFileSystems MEMORY =
      new MemoryFileSystems(
          List.of(
              "27 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw",
              "26 27 0:24 / /dev/shm rw,nosuid - tmpfs tmpfs rw",
              "29 27 0:511 / /run/user/1000 rw shared:5 master:2 - tmpfs tmpfs rw",
              "30 26 8:2 /x /dev/shm rw,relatime shared:1 - ext4 /dev/sda2 rw",
              "31 27 4095:1048575 / /mnt/a\\040b rw - ramfs - rw",
              "broken"));

  @Test
  void aDeviceSaysWhatIsOnTopOfAMountPoint() {
    assertThat(MEMORY.hold(0x18)).isTrue();
    assertThat(MEMORY.hold(0x802)).isFalse();
  }

  @Test
  void largeNumbersOfDevicesAreReadAsLinuxWritesThem() {
    assertThat(MEMORY.hold(0x1000ffL)).as("0:511").isTrue();
    assertThat(MEMORY.hold(0xffffffffL)).as("4095:1048575").isTrue();
    assertThat(MEMORY.hold(0xfffffffeL)).isFalse();
  }

  @Test
  void thisMachineHasOne() {
    MemoryFileSystems here = MemoryFileSystems.ofThisMachine();
    assertThat(here.hold(Path.of("/dev/shm"))).isTrue();
    assertThat(here.hold(Path.of("/proc"))).isFalse();
    assertThat(here.hold(Path.of("/no/such/folder"))).isFalse();
  }
}

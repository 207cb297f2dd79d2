package dev.sealconf.keys.service.grpc;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The file descriptors of this process. Java itself may need one at any time, and a class whose
 * initialization fails because there is none stays unusable until the process ends. So connections
 * leave a reserve.
 */
final class Descriptors {
  private static final int RESERVE = 32;
  private static final int LEAST_CONNECTIONS = 4;

  private Descriptors() {}

  /** How many connections may be open at a time; {@code most} where the limit allows it. */
  static int connections(int most) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      return connections(
          most, system.getMaxFileDescriptorCount(), system.getOpenFileDescriptorCount());
    }
    return most;
  }

  static int connections(int most, long limit, long open) {
    return (int) Math.max(LEAST_CONNECTIONS, Math.min(most, limit - open - RESERVE));
  }
}

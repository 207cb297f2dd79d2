package dev.sealconf.keys.service.grpc;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Limits how many file descriptors connections may use. Java itself may need one at any time, and a
 * class that fails to initialize for lack of one can't be used again until the process exits. So
 * some descriptors are kept in reserve.
 */
final class Descriptors {
  private static final int RESERVE = 32;
  private static final int LEAST_CONNECTIONS = 4;

  private Descriptors() {}

  /**
   * Returns how many connections may be open at a time: {@code most}, or fewer if the process's
   * limit requires it.
   */
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

package dev.sealconf.vendor.aws.client;

import dev.sealconf.io.World;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The session name for an assumed role in AWS's logs: {@code sops@HOST}, as in SOPS, so that
 * policies that check it apply to both.
 */
final class SessionName {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");
  private static final int LONGEST = 64;

  private SessionName() {}

  /** Returns the session name on this machine. */
  static String here(World world) {
    return of(world.variable("COMPUTERNAME").orElseGet(SessionName::host));
  }

  /** Returns the session name for a host, without hyphens and characters that AWS doesn't allow. */
  static String of(String host) {
    StringBuilder name = new StringBuilder("sops@");
    for (int i = 0; i < host.length() && name.length() < LONGEST; i++) {
      char c = host.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (letter || c >= '0' && c <= '9' || "=,.@_".indexOf(c) >= 0) {
        name.append(c);
      }
    }
    return name.toString();
  }

  private static String host() {
    try {
      return Files.isReadable(KERNEL)
          ? Files.readString(KERNEL).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "";
    }
  }
}

package dev.sealconf.io.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The hosts to reach without a proxy: this machine, its link, and the entries of {@code NO_PROXY}
 * as Go reads them. An entry is {@code *} for all hosts, a name that includes its subdomains
 * ({@code .name} and {@code *.name} mean only the subdomains), an address, or a block of addresses
 * such as {@code 10.0.0.0/8}. A port after a name or an address limits it to that port. No name is
 * looked up.
 */
final class DirectHosts {
  private static final int BITS = 8;

  private final List<String> entries = new ArrayList<>();

  /** Parses a comma-separated list of hosts. */
  DirectHosts(String list) {
    for (String entry : list.toLowerCase(Locale.ROOT).split(",")) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
  }

  /** Returns whether a host is in the list. An IPv6 address may be in brackets. */
  boolean has(String name, int port) {
    String host = name.toLowerCase(Locale.ROOT);
    if (host.equals("localhost") || address(host).map(DirectHosts::isNear).orElse(false)) {
      return true;
    }
    for (String entry : entries) {
      if (matches(entry, host, port)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Includes link-local addresses: clouds serve machine metadata there, and proxies can't reach it.
   */
  private static boolean isNear(InetAddress address) {
    return address.isLoopbackAddress() || address.isLinkLocalAddress();
  }

  private static boolean matches(String entry, String host, int port) {
    int slash = entry.indexOf('/');
    if (slash >= 0) {
      return isInBlock(host, entry.substring(0, slash), entry.substring(slash + 1));
    }
    int colon = entry.indexOf(':', Math.max(0, entry.indexOf(']')));
    boolean hasPort = colon > 0 && (entry.startsWith("[") || colon == entry.lastIndexOf(':'));
    if (hasPort && !entry.substring(colon + 1).equals(Integer.toString(port))) {
      return false;
    }
    String name = hasPort ? entry.substring(0, colon) : entry;
    Optional<InetAddress> address = address(name);
    if (address.isPresent()) {
      return address.equals(address(host));
    }
    String below = name.startsWith("*.") ? name.substring(1) : name;
    return name.equals("*")
        || host.equals(name)
        || host.endsWith(below.startsWith(".") ? below : "." + below);
  }

  private static boolean isInBlock(String host, String start, String length) {
    byte[] first = address(start).map(InetAddress::getAddress).orElse(new byte[0]);
    byte[] asked = address(host).map(InetAddress::getAddress).orElse(new byte[0]);
    int bits = number(length);
    if (asked.length == 0
        || first.length != asked.length
        || bits < 0
        || bits > first.length * BITS) {
      return false;
    }
    int whole = bits / BITS;
    int rest = BITS - bits % BITS;
    return Arrays.equals(first, 0, whole, asked, 0, whole)
        && (rest == BITS || (first[whole] & 0xff) >> rest == (asked[whole] & 0xff) >> rest);
  }

  /** Parses an address; empty for a name. */
  private static Optional<InetAddress> address(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String bare = bracketed ? text.substring(1, text.length() - 1) : text;
    String[] parts = bare.split("\\.", -1);
    byte[] bytes = new byte[4];
    boolean four = parts.length == bytes.length;
    for (int i = 0; four && i < bytes.length; i++) {
      int part = number(parts[i]);
      four = part >= 0 && part <= 0xff;
      bytes[i] = (byte) part;
    }
    try {
      if (four) {
        return Optional.of(InetAddress.getByAddress(bytes));
      }
      // Names contain no colons, so this doesn't query a name server.
      return bare.contains(":") ? Optional.of(InetAddress.getByName(bare)) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Parses one to three digits. Returns -1 for anything else. */
  private static int number(String text) {
    int number = text.isEmpty() || text.length() > 3 ? -1 : 0;
    for (int i = 0; i < text.length() && number >= 0; i++) {
      int digit = text.charAt(i) - '0';
      number = digit >= 0 && digit <= 9 ? number * 10 + digit : -1;
    }
    return number;
  }
}

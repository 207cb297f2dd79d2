package dev.sealconf.vendor.vault;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a Vault. Every text that names a Vault is parsed before anything is sent, so that
 * two texts mean the same place only if scheme, host and port are the same.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address is in brackets
 */
public record VaultAddress(String scheme, String host, int port) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int LAST_PORT = 65535;
  private static final Pattern LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}");

  /** Parses {@code SCHEME://HOST[:PORT][/]}, or returns empty if the text is anything else. */
  public static Optional<VaultAddress> of(String text) {
    int start = text.indexOf("://");
    String scheme = start < 0 ? "" : text.substring(0, start).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    String rest = text.substring(start + 3);
    String authority = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    int colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
    String host = colon < 0 ? authority : authority.substring(0, colon);
    int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    int port = colon < 0 ? usual : port(authority.substring(colon + 1));
    return isHost(host) && port > 0
        ? Optional.of(new VaultAddress(scheme, host.toLowerCase(Locale.ROOT), port))
        : Optional.empty();
  }

  boolean hasTls() {
    return scheme.equals("https");
  }

  /** Returns whether the host is this machine: a loopback address or {@code localhost}. */
  boolean isLoopback() {
    return host.equals("localhost") || host.equals("[::1]") || LOOPBACK.matcher(host).matches();
  }

  /** Returns {@code SCHEME://HOST[:PORT]}, without the scheme's default port. */
  @Override
  public String toString() {
    boolean usual = port == (hasTls() ? HTTPS_PORT : HTTP_PORT);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }

  private static int port(String digits) {
    int port = digits.isEmpty() || digits.length() > 5 ? -1 : 0;
    for (int i = 0; i < digits.length() && port >= 0; i++) {
      char c = digits.charAt(i);
      port = c >= '0' && c <= '9' ? port * 10 + c - '0' : -1;
    }
    return port <= LAST_PORT ? port : -1;
  }

  private static boolean isHost(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String name = bracketed ? host.substring(1, host.length() - 1) : host;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && c != '.' && (bracketed ? c != ':' : c != '-' && c != '_')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}

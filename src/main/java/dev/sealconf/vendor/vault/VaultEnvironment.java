package dev.sealconf.vendor.vault;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.net.Network;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/**
 * The environment variables of the Vault and OpenBao tools: {@code VAULT_…}, or {@code BAO_…} if
 * that isn't set.
 */
final class VaultEnvironment {
  private static final List<String> YES = List.of("1", "t", "T", "true", "TRUE", "True");
  private static final int MOST_RETRIES = 10;
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

  private final World world;

  VaultEnvironment(World world) {
    this.world = world;
  }

  /** Returns the value of a variable, named without its prefix. */
  Optional<String> setting(String name) {
    return world.variable("VAULT_" + name).or(() -> world.variable("BAO_" + name));
  }

  /** Returns the full name of the variable that {@link #setting} reads, for messages. */
  String variable(String name) {
    boolean bao = world.variable("VAULT_" + name).isEmpty();
    return (bao && world.variable("BAO_" + name).isPresent() ? "BAO_" : "VAULT_") + name;
  }

  /** Returns a setting that is sent as a header. */
  Optional<String> header(String name) {
    return setting(name).map(value -> headerText(value, variable(name)));
  }

  /**
   * Returns a text that is valid in a header.
   *
   * @param source names the text in a message
   * @throws SealconfException if it contains anything but visible ASCII characters
   */
  static String headerText(String value, String source) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7f) {
        throw new MachineFailure(source + " has characters that can't be sent to Vault");
      }
    }
    return value;
  }

  /** Returns how long one request may take. */
  Duration timeout() {
    return setting("CLIENT_TIMEOUT").map(this::duration).orElse(Network.REQUEST_TIMEOUT);
  }

  /** Returns how many times to send a request, including the first. */
  int attempts() {
    Optional<String> retries = setting("MAX_RETRIES");
    if (retries.isEmpty()) {
      return Network.ATTEMPTS;
    }
    try {
      return 1 + Math.min(Integer.parseUnsignedInt(retries.get()), MOST_RETRIES);
    } catch (NumberFormatException e) {
      throw new MachineFailure(variable("MAX_RETRIES") + " is not a number").from(e);
    }
  }

  /** Returns the proxy for Vault, or else the general one. */
  Optional<URI> proxy(URI to) {
    for (String name : List.of("PROXY_ADDR", "HTTP_PROXY")) {
      Optional<String> own = setting(name);
      if (own.isPresent()) {
        return Optional.of(Network.proxy(own.get(), variable(name)));
      }
    }
    return new Network(world).proxy(to);
  }

  /**
   * Returns TLS that trusts Vault's own certificate authorities, or else the general ones.
   *
   * @throws SealconfException if the certificates can't be read, or the environment turns
   *     verification off
   */
  SSLContext tls() {
    if (setting("SKIP_VERIFY").filter(YES::contains).isPresent()) {
      throw new MachineFailure(
              variable("SKIP_VERIFY")
                  + " is set: anyone on the network could read the token and the key")
          .hint("unset it, and export VAULT_CACERT=FILE with the certificate of its authority");
    }
    return Network.tls(authorities());
  }

  private Optional<X509TrustManager> authorities() {
    Network network = new Network(world);
    Optional<String> file = setting("CACERT");
    Optional<String> text = setting("CACERT_BYTES");
    Optional<String> folder = setting("CAPATH");
    if (file.isEmpty() && text.isPresent()) {
      return Optional.of(Network.authorities(text.get(), variable("CACERT_BYTES")));
    }
    Optional<String> path = file.or(() -> folder);
    return path.isPresent()
        ? Optional.of(network.authorities(world.resolve(path.get())))
        : network.authorities();
  }

  /**
   * Parses seconds, or a number with a unit: {@code 90}, {@code 90s}, {@code 2m}, {@code 500ms}.
   */
  private Duration duration(String text) {
    String unit = text.replaceAll("[0-9]", "");
    try {
      long number = Long.parseLong(text.substring(0, text.length() - unit.length()));
      Duration time =
          switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "", "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ZERO;
          };
      if (!time.isZero() && time.compareTo(LONGEST_TIMEOUT) <= 0) {
        return time;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw noDuration().from(e);
    }
    throw noDuration();
  }

  private SealconfException noDuration() {
    return new MachineFailure(variable("CLIENT_TIMEOUT") + " is not a time up to ten minutes")
        .hint("write it as 30, 30s or 2m");
  }
}

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
 * What the tools of Vault and OpenBao take from the environment: {@code VAULT_…}, or {@code BAO_…}
 * where that is not set.
 */
final class VaultEnvironment {
  private static final List<String> YES = List.of("1", "t", "T", "true", "TRUE", "True");
  private static final int MOST_RETRIES = 10;
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

  private final World world;

  VaultEnvironment(World world) {
    this.world = world;
  }

  /** The value of a variable, named without what it starts with. */
  Optional<String> setting(String name) {
    return world.variable("VAULT_" + name).or(() -> world.variable("BAO_" + name));
  }

  /** The variable that {@link #setting} reads, for messages. */
  String variable(String name) {
    boolean bao = world.variable("VAULT_" + name).isEmpty();
    return (bao && world.variable("BAO_" + name).isPresent() ? "BAO_" : "VAULT_") + name;
  }

  /** A setting that becomes a header. */
  Optional<String> header(String name) {
    return setting(name).map(value -> headerText(value, variable(name)));
  }

  /**
   * A text that can be in a header.
   *
   * @param source what to call it
   * @throws SealconfException if it has other characters than visible ASCII
   */
  static String headerText(String value, String source) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7f) {
        throw new MachineFailure(source + " has characters that can't be sent to Vault");
      }
    }
    return value;
  }

  /** How long one request may take. */
  Duration timeout() {
    return setting("CLIENT_TIMEOUT").map(this::duration).orElse(Network.REQUEST_TIMEOUT);
  }

  /** How often a request is made in all. */
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

  /** The proxy for Vault alone, else that for all. */
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
   * TLS that trusts the authorities for Vault alone, else those for all.
   *
   * @throws SealconfException if they can't be read, or name no Vault
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

  /** Seconds, or a number with a unit: {@code 90}, {@code 90s}, {@code 2m}, {@code 500ms}. */
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

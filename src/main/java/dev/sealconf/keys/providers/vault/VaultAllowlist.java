package dev.sealconf.keys.providers.vault;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.Reach;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Vaults that the user's environment lets through: {@code SOPS_HC_VAULT_ALLOWLIST}, which is
 * {@code all}, {@code none}, or starts of addresses separated by commas.
 */
public final class VaultAllowlist {
  private static final String VARIABLE = "SOPS_HC_VAULT_ALLOWLIST";
  private static final String RECIPIENTS = "SOPS_VAULT_URIS";
  private static final String ALL = "all";
  private static final String NONE = "none";

  private VaultAllowlist() {}

  /**
   * Whether the environment names the Vault of a key: by the address of its own Vault, or in the
   * allow list.
   *
   * @throws SealconfException if the list is malformed
   */
  public static boolean names(VaultKey key, World world) {
    Optional<VaultAddress> address = VaultAddress.of(key.address());
    return address.isPresent() && names(address.get(), world);
  }

  /** Likewise for an address. */
  static boolean names(VaultAddress address, World world) {
    return isOwn(address, world) || world.variable(VARIABLE).isPresent() && allows(address, world);
  }

  /**
   * Returns if requests may be sent to an address: the list does not exclude it, and it has TLS, is
   * this machine, or is named with {@code http} by the environment.
   *
   * @throws SealconfException if they may not, or if the list is malformed
   */
  static void require(VaultAddress address, World world) {
    if (!address.hasTls() && !address.isLoopback() && !saysHttp(address, world)) {
      String shown = Printable.quote(address.toString());
      throw new Refusal(
              shown + " has no TLS: anybody on the way could read the token and the data key")
          .hint("use https, or, if the network is safe: export VAULT_ADDR=" + shown);
    }
    if (!allows(address, world)) {
      throw new Refusal("allowlist does not allow " + Printable.quote(address.toString()))
          .hint("add its address to " + VARIABLE + ", if you know it");
    }
  }

  /** Whether the environment names a Vault with its scheme, and not only by {@code all}. */
  private static boolean saysHttp(VaultAddress address, World world) {
    String allowed = world.variable(VARIABLE).filter(list -> !list.equals(ALL)).orElse("");
    return isOwn(address, world)
        || !allowed.isEmpty() && allows(address, world)
        || List.of(Reach.VARIABLE, RECIPIENTS).stream()
            .flatMap(name -> Stream.of(world.variable(name).orElse("").split(",")))
            .map(String::strip)
            .anyMatch(key -> key.startsWith(address + "/"));
  }

  private static boolean isOwn(VaultAddress address, World world) {
    return new VaultEnvironment(world)
        .setting("ADDR")
        .flatMap(VaultAddress::of)
        .equals(Optional.of(address));
  }

  private static boolean allows(VaultAddress address, World world) {
    String list = world.variable(VARIABLE).orElse(ALL);
    if (list.equals(ALL) || list.equals(NONE)) {
      return list.equals(ALL);
    }
    boolean allowed = false;
    for (String entry : list.split(",", -1)) {
      String start = entry.strip();
      if (start.isEmpty()) {
        throw new MachineFailure(VARIABLE + " has an empty entry");
      }
      String ended = start.endsWith("/") ? start : start + "/";
      Optional<VaultAddress> whole = VaultAddress.of(start);
      allowed |= (address + "/").startsWith(ended);
      allowed |= whole.isPresent() && whole.get().equals(address);
    }
    return allowed;
  }
}

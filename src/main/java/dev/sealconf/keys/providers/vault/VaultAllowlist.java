package dev.sealconf.keys.providers.vault;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.util.Optional;

/**
 * The Vaults that the user's environment lets through: {@code SOPS_HC_VAULT_ALLOWLIST}, which is
 * {@code all}, {@code none}, or starts of addresses separated by commas.
 */
public final class VaultAllowlist {
  private static final String VARIABLE = "SOPS_HC_VAULT_ALLOWLIST";
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
    Optional<VaultAddress> own =
        new VaultEnvironment(world).setting("ADDR").flatMap(VaultAddress::of);
    return own.isPresent() && own.get().equals(address)
        || world.variable(VARIABLE).isPresent() && allows(address, world);
  }

  /**
   * Lets an address pass that the list does not rule out; without a list every one passes.
   *
   * @throws SealconfException if it does not, or if the list is malformed
   */
  static void require(VaultAddress address, World world) {
    if (!allows(address, world)) {
      throw new SealconfException(
              ExitCode.GENERIC, "allowlist does not allow " + Printable.quote(address.toString()))
          .hint("add its address to " + VARIABLE + ", if you know it");
    }
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
        throw new SealconfException(ExitCode.GENERIC, VARIABLE + " has an empty entry");
      }
      String ended = start.endsWith("/") ? start : start + "/";
      Optional<VaultAddress> whole = VaultAddress.of(start);
      allowed |= (address + "/").startsWith(ended);
      allowed |= whole.isPresent() && whole.get().equals(address);
    }
    return allowed;
  }
}

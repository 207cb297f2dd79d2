package dev.sealconf.vendor.vault;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Vaults that the user's environment allows. {@code SOPS_HC_VAULT_ALLOWLIST} is {@code all},
 * {@code none}, or a comma-separated list of address prefixes.
 */
public final class VaultAllowlist {
  private static final String VARIABLE = "SOPS_HC_VAULT_ALLOWLIST";
  private static final String ALL = "all";
  private static final String NONE = "none";

  private final World world;
  private final List<String> lists;

  /**
   * Reads the list of a run.
   *
   * @param lists variables with comma-separated URLs of things that the user names in Vaults; a URL
   *     that starts with {@code http} allows its Vault without TLS
   */
  public VaultAllowlist(World world, List<String> lists) {
    this.world = world;
    this.lists = List.copyOf(lists);
  }

  /**
   * Returns whether the environment names a Vault, either as the user's own Vault or in the list.
   *
   * @throws SealconfException if the list is malformed
   */
  public boolean names(VaultAddress address) {
    return isOwn(address) || world.variable(VARIABLE).isPresent() && allows(address);
  }

  /**
   * Returns normally if requests may be sent to an address: the list doesn't exclude it, and it
   * uses TLS, is this machine, or is named in the environment with {@code http}.
   *
   * @throws SealconfException if requests may not be sent, or the list is malformed
   */
  void require(VaultAddress address) {
    if (!address.hasTls() && !address.isLoopback() && !saysHttp(address)) {
      String shown = Printable.quote(address.toString());
      throw new Refusal(
              shown + " has no TLS: anyone on the network could read the token and the data key")
          .hint("use https, or, if the network is safe: export VAULT_ADDR=" + shown);
    }
    if (!allows(address)) {
      throw new Refusal("allowlist does not allow " + Printable.quote(address.toString()))
          .hint("add its address to " + VARIABLE + ", if you trust it");
    }
  }

  /** Returns whether the environment names a Vault with its scheme; {@code all} doesn't count. */
  private boolean saysHttp(VaultAddress address) {
    String allowed = world.variable(VARIABLE).filter(list -> !list.equals(ALL)).orElse("");
    return isOwn(address)
        || !allowed.isEmpty() && allows(address)
        || lists.stream()
            .flatMap(name -> Stream.of(world.variable(name).orElse("").split(",")))
            .map(String::strip)
            .anyMatch(url -> url.startsWith(address + "/"));
  }

  private boolean isOwn(VaultAddress address) {
    return new VaultEnvironment(world)
        .setting("ADDR")
        .flatMap(VaultAddress::of)
        .equals(Optional.of(address));
  }

  private boolean allows(VaultAddress address) {
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

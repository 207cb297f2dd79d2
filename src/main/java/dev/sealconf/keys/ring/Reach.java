package dev.sealconf.keys.ring;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides which keys in clouds and Vaults may be used. Anyone who can write a file can name a key
 * in its metadata, and using that key sends the user's credentials to a service. So a key that only
 * the file names is never used to wrap. It is used to unwrap only if it belongs to the user's own
 * account ({@code docs/security.md §reach}).
 */
public final class Reach {
  /**
   * The variable that lists key names as the error table shows them, separated by commas. An entry
   * may end with {@code *}.
   */
  public static final String VARIABLE = "SEALCONF_ALLOWED_KEYS";

  private static final String ONLY_THE_FILE = "not used: only the file names it, and ";

  private final World world;
  private final NamedKeys named;
  private final UnnamedKeys unnamedKeys;
  private final Consumer<String> log;
  private final AllowedKeys allowed;
  private final Map<String, Boolean> answers = new HashMap<>();
  private final Map<String, Optional<String>> outside = new HashMap<>();

  /**
   * Creates the policy for one run.
   *
   * @param named the keys that the user names
   * @param log receives a line for each key that is used because it belongs to the user's own
   *     account, and one when a data key has been recovered
   */
  public Reach(World world, NamedKeys named, Consumer<String> log) {
    this(world, named, UnnamedKeys.ASK_THE_USER, log);
  }

  private Reach(World world, NamedKeys named, UnnamedKeys unnamedKeys, Consumer<String> log) {
    this.world = world;
    this.named = named;
    this.unnamedKeys = unnamedKeys;
    this.log = log;
    this.allowed = new AllowedKeys(world);
  }

  /**
   * Creates the policy for one request to this machine's key service. The client names the key, so
   * only keys in the server's own environment and configuration count as named.
   *
   * @param confirmed whether a person has approved the request
   */
  public static Reach ofService(World world, NamedKeys named, boolean confirmed) {
    return new Reach(
        world, named, confirmed ? UnnamedKeys.ALLOW : UnnamedKeys.REFUSE_AS_SERVICE, line -> {});
  }

  /** Logs a line for users who want details. */
  void say(String line) {
    log.accept(line);
  }

  /**
   * Returns normally if a key may be used to wrap.
   *
   * @throws SealconfException a {@code KeyFailure.NotUnwrapped} if only a file names the key and
   *     the user doesn't agree to use it
   */
  synchronized void requireToWrap(KeyProvider provider, MasterKey key) {
    if (!isAllowed(provider, key)
        && !isIn(byUser(provider), provider, key)
        && !provider.named(key, world)
        && !(provider.trustsRules() && isIn(named.byRules(), provider, key))) {
      refuseUnlessAgreed(provider, key, nothingElse(provider, key));
    }
  }

  /**
   * Returns normally if a key may be used to unwrap.
   *
   * @param file the file's name in messages; empty if it has none
   * @throws SealconfException a {@code KeyFailure.NotUnwrapped} if only a file names the key, it
   *     isn't in the user's own account, and the user doesn't agree to use it
   */
  synchronized void requireToUnwrap(KeyProvider provider, MasterKey key, String file) {
    if (unnamedKeys != UnnamedKeys.ASK_THE_USER || allowed.excludesOwnAccount()) {
      requireToWrap(provider, key);
    } else if (!isAllowed(provider, key) && !covers(byUser(provider), provider, key)) {
      requireByRuleOrAccount(provider, key, file);
    }
  }

  private void requireByRuleOrAccount(KeyProvider provider, MasterKey key, String file) {
    List<MasterKey> ofRule =
        provider.trustsRules() ? named.byRuleFor(file, provider) : List.<MasterKey>of();
    List<MasterKey> ofNearest = named.byNearestRuleFor(file, provider);
    if (isExcludedBy(ofRule, provider, key) || isExcludedBy(ofNearest, provider, key)) {
      refuseUnlessAgreed(provider, key, ONLY_THE_FILE + "its creation rule lists other keys");
      return;
    }
    if (!ofRule.isEmpty()) {
      return;
    }
    boolean byAnyRule =
        file.isEmpty() && provider.trustsRules() && covers(named.byRules(), provider, key);
    if (!byAnyRule && !provider.named(key, world)) {
      requireOwnAccount(provider, key);
    }
  }

  private static boolean isExcludedBy(List<MasterKey> ofRule, KeyProvider provider, MasterKey key) {
    return !ofRule.isEmpty() && !covers(ofRule, provider, key);
  }

  private void requireOwnAccount(KeyProvider provider, MasterKey key) {
    String shown = shown(key);
    boolean first = !outside.containsKey(shown);
    Optional<String> why = first ? outsideOwnAccount(provider, key) : outside.get(shown);
    if (why.isPresent()) {
      String reason = why.get().isEmpty() ? nothingElse(provider, key) : ONLY_THE_FILE + why.get();
      refuseUnlessAgreed(provider, key, reason);
    } else if (first) {
      log.accept("asking " + shown + ": only the file names it, and it is in your own account");
    }
  }

  /** Asks the provider and remembers its answer, unless the failure is temporary. */
  private Optional<String> outsideOwnAccount(KeyProvider provider, MasterKey key) {
    Optional<String> why;
    try {
      why = provider.outsideOwnAccount(key, world);
    } catch (SealconfException e) {
      why = Optional.of("its owner can't be determined: " + e.getMessage());
      if (e.isTemporary()) {
        return why;
      }
    }
    outside.put(shown(key), why);
    return why;
  }

  private boolean isAllowed(KeyProvider provider, MasterKey key) {
    return allowed.name(key, provider.bareName(key));
  }

  /** Returns the keys named by flags and by the variables that replace flags in every command. */
  private List<MasterKey> byUser(KeyProvider provider) {
    List<MasterKey> keys = new ArrayList<>(named.byFlags());
    world
        .variable(provider.flag().environment())
        .ifPresent(list -> keys.addAll(provider.parse(list, Map.of())));
    return keys;
  }

  private void refuseUnlessAgreed(KeyProvider provider, MasterKey key, String reason) {
    String shown = shown(key);
    if (unnamedKeys == UnnamedKeys.ALLOW || answers.computeIfAbsent(shown, this::agreed)) {
      return;
    }
    SealconfException refusal =
        new KeyFailure.NotUnwrapped(
            unnamedKeys == UnnamedKeys.REFUSE_AS_SERVICE
                ? "not used: neither .sops.yaml nor the environment of the key service names it"
                : reason);
    String entry = provider.bareName(key).orElse(key.name());
    throw AllowedKeys.allowsOnly(entry)
        ? refusal.hint("if you trust it: export " + VARIABLE + "=" + Printable.quote(entry))
        : refusal;
  }

  private boolean agreed(String shown) {
    return unnamedKeys == UnnamedKeys.ASK_THE_USER
        && world.ask().interactive()
        && world.ask().confirm("You have not named " + shown + ". Use it anyway?");
  }

  private String nothingElse(KeyProvider provider, MasterKey key) {
    if (provider.trustsRules()) {
      return ONLY_THE_FILE + "neither .sops.yaml nor the environment does";
    }
    return isIn(named.byRules(), provider, key)
        ? "not used: only .sops.yaml names it, and neither the environment nor a flag does"
        : ONLY_THE_FILE + "neither the environment nor a flag does";
  }

  private static String shown(MasterKey key) {
    return Printable.plain(key.provider()) + " " + Printable.quote(key.name());
  }

  private static boolean isIn(List<MasterKey> keys, KeyProvider provider, MasterKey key) {
    return keys.stream()
        .anyMatch(k -> k.provider().equals(key.provider()) && provider.means(k, key));
  }

  private static boolean covers(List<MasterKey> keys, KeyProvider provider, MasterKey key) {
    return keys.stream()
        .anyMatch(k -> k.provider().equals(key.provider()) && provider.covers(k, key));
  }

  /** What to do with a key that the user doesn't name. */
  private enum UnnamedKeys {
    ASK_THE_USER,
    REFUSE_AS_SERVICE,
    ALLOW
  }

  /** Returns the label that the configuration gives to the owner of a key, if any. Untrusted. */
  Optional<String> label(MasterKey key) {
    return named.label(key);
  }
}

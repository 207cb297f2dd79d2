package dev.sealconf.keys;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Which keys elsewhere may be asked. Anybody who can write a file can write the address of a
 * service into its metadata, and whoever runs that service is sent the user's credentials: so one
 * is asked only if somebody whom the user trusts names it ({@code docs/security.md §reach}).
 */
public final class Reach {
  /** Names keys as the error table shows them, separated by commas; one may end with a star. */
  public static final String VARIABLE = "SEALCONF_ALLOWED_KEYS";

  private static final String ANY = "all";

  private final World world;
  private final Supplier<List<MasterKey>> named;
  private final Otherwise otherwise;
  private final Map<String, Boolean> answers = new HashMap<>();

  /**
   * A reach for one run.
   *
   * @param named the keys that flags and the repository's rules name; asked for when a key
   *     elsewhere is first met
   */
  public Reach(World world, Supplier<List<MasterKey>> named) {
    this(world, named, Otherwise.ASK);
  }

  private Reach(World world, Supplier<List<MasterKey>> named, Otherwise otherwise) {
    this.world = world;
    this.named = named;
    this.otherwise = otherwise;
  }

  /**
   * A reach for one request to a key service of this machine. Who asks names the key, so that only
   * what is named here counts.
   *
   * @param confirmed whether a person has said yes to the request
   */
  public static Reach ofService(World world, Supplier<List<MasterKey>> named, boolean confirmed) {
    return new Reach(world, named, confirmed ? Otherwise.PASS : Otherwise.REFUSE);
  }

  /**
   * Lets a key pass.
   *
   * @throws SealconfException with {@code NO_DATA_KEY} if nobody names it, and nobody at the
   *     terminal says yes
   */
  synchronized void require(KeyProvider provider, MasterKey key) {
    String shown = Printable.plain(key.provider()) + " " + Printable.quote(key.name());
    if (!answers.computeIfAbsent(shown, k -> allows(provider, key) || passes(shown))) {
      SealconfException refusal = new SealconfException(ExitCode.NO_DATA_KEY, otherwise.refusal);
      throw meansItselfAlone(key.name())
          ? refusal.hint("if you know it: export " + VARIABLE + "=" + Printable.quote(key.name()))
          : refusal;
    }
  }

  /** Whether a name in the variable allows no other key: a comma and an asterisk would. */
  private static boolean meansItselfAlone(String name) {
    return name.indexOf(',') < 0 && name.indexOf('*') < 0;
  }

  private boolean allows(KeyProvider provider, MasterKey key) {
    return matches(world.variable(VARIABLE).orElse(""), key.name())
        || isIn(environment(provider), provider, key)
        || provider.named(key, world)
        || isIn(named.get(), provider, key);
  }

  private List<MasterKey> environment(KeyProvider provider) {
    return world
        .variable(provider.flag().environment())
        .map(list -> provider.parse(list, Map.of()))
        .orElse(List.of());
  }

  private boolean passes(String shown) {
    return otherwise == Otherwise.PASS
        || otherwise == Otherwise.ASK
            && world.terminal().interactive()
            && world
                .terminal()
                .confirm(shown + " stands in the file, but not in .sops.yaml. Ask it for the key?");
  }

  private static boolean isIn(List<MasterKey> keys, KeyProvider provider, MasterKey key) {
    for (MasterKey other : keys) {
      if (other.provider().equals(key.provider()) && provider.means(other, key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String patterns, String name) {
    for (String pattern : patterns.split(",")) {
      String text = pattern.strip();
      boolean prefix = text.endsWith("*") && text.length() > 1;
      if (text.equals(ANY)
          || prefix && name.startsWith(text.substring(0, text.length() - 1))
          || !text.isEmpty() && text.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** What becomes of a key that nobody names. */
  private enum Otherwise {
    ASK("not asked: only the file names it, and neither .sops.yaml nor the environment does"),
    REFUSE("not asked: neither .sops.yaml nor the environment of the key service names it"),
    PASS("");

    private final String refusal;

    Otherwise(String refusal) {
      this.refusal = refusal;
    }
  }
}

package dev.sealconf.vendor.vault;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import dev.sealconf.io.file.KeyFile;
import dev.sealconf.vendor.JsonTexts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the user's token: {@code VAULT_TOKEN}; a token from an AppRole login with {@code
 * VAULT_ROLE_ID} and {@code VAULT_SECRET_ID}, made once for each Vault and again when the token
 * expires; or {@code ~/.vault-token}.
 */
public final class VaultTokens {
  private static final String FILE = ".vault-token";

  private final World world;
  private final VaultEnvironment environment;
  private final VaultConnection connection;
  private final Map<VaultAddress, VaultToken> logins = new HashMap<>();

  /** Searches this world, and logs in through this connection. */
  public VaultTokens(World world, VaultConnection connection) {
    this.world = world;
    this.environment = new VaultEnvironment(world);
    this.connection = connection;
  }

  /**
   * A token and where it comes from.
   *
   * @param source ready to show
   * @param reused whether the token comes from the login of an earlier request
   */
  public record VaultToken(String value, String source, boolean reused) {
    private VaultToken(String value, String source) {
      this(value, source, false);
    }

    /** Written by hand so that the token never appears in a message. */
    @Override
    public String toString() {
      return "token from " + source;
    }
  }

  /**
   * Returns the token for a Vault.
   *
   * @throws SealconfException if there is none, or the login fails
   */
  public synchronized VaultToken forVault(VaultAddress at) {
    Optional<String> token = environment.header("TOKEN");
    if (token.isPresent()) {
      return new VaultToken(token.get(), environment.variable("TOKEN"));
    }
    if (environment.setting("ROLE_ID").isPresent()) {
      VaultToken known = logins.get(at);
      if (known != null) {
        return new VaultToken(known.value(), known.source(), true);
      }
      VaultToken made = login(at);
      logins.put(at, made);
      return made;
    }
    return fromFile(at);
  }

  /** Returns whether a rejected token may have expired. If so, the next request logs in again. */
  public synchronized boolean isOutdated(VaultToken refused) {
    if (refused.reused()) {
      logins.values().removeIf(login -> login.value().equals(refused.value()));
    }
    return refused.reused();
  }

  private VaultToken login(VaultAddress at) {
    String mount = environment.setting("LOGIN_MOUNT_POINT").orElse("approle");
    String role = environment.variable("ROLE_ID");
    byte[] credentials = credentials();
    String path = "auth/" + Segments.encoded(mount) + "/login";
    try (VaultAnswer answer = connection.post(at, path, Map.of(), credentials)) {
      Optional<String> token = answer.text("auth", "client_token");
      if (!answer.isGood() || token.isEmpty()) {
        throw connection
            .failure(at, "does not accept " + role + " and its secret")
            .hint("check VAULT_ROLE_ID, VAULT_SECRET_ID and VAULT_LOGIN_MOUNT_POINT");
      }
      String source = "the login by " + role;
      return new VaultToken(VaultEnvironment.headerText(token.get(), source), source);
    } finally {
      Arrays.fill(credentials, (byte) 0);
    }
  }

  private byte[] credentials() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("role_id", environment.setting("ROLE_ID").orElseThrow());
    environment.setting("SECRET_ID").ifPresent(secret -> texts.put("secret_id", secret));
    return JsonTexts.object(texts);
  }

  private VaultToken fromFile(VaultAddress at) {
    Optional<Path> file = UserFolders.home(world).map(home -> home.resolve(FILE));
    KeyFile read =
        file.map(path -> KeyFile.read(path, world)).orElse(new KeyFile.Absent("has no home"));
    String shown = Printable.quote(file.map(Path::toString).orElse("~/" + FILE));
    if (read instanceof KeyFile.Found found) {
      String token = new String(found.content(), StandardCharsets.UTF_8).strip();
      Arrays.fill(found.content(), (byte) 0);
      if (!token.isEmpty()) {
        return new VaultToken(VaultEnvironment.headerText(token, shown), shown);
      }
    }
    String why = read instanceof KeyFile.Absent absent ? absent.why() : "is empty";
    throw connection
        .failure("no token: VAULT_TOKEN and VAULT_ROLE_ID are not set, and " + shown + " " + why)
        .hint("type: vault login -address=" + at);
  }
}

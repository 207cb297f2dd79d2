package dev.sealconf.keys.providers.gcp;

import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.plugin.LazyClient;
import java.util.Optional;

/**
 * Whether a key that only a file names is in a project of the user: the one in {@code
 * GOOGLE_CLOUD_PROJECT}, or that of the credentials in use.
 */
public final class OwnProject {
  private static final String VARIABLE = "GOOGLE_CLOUD_PROJECT";

  private final World world;
  private final LazyClient<GcpClient> client;

  /** Asks for the user's project with this client, once. */
  public OwnProject(World world, LazyClient<GcpClient> client) {
    this.world = world;
    this.client = client;
  }

  /**
   * Why it is not, as the end of a sentence; empty if it is.
   *
   * @throws dev.sealconf.error.SealconfException if it can't be determined
   */
  public Optional<String> outside(MasterKey key) {
    GcpKey name = GcpKey.of(key.fields());
    if (!name.valid()) {
      return Optional.of("its name is not that of a key");
    }
    String project = name.part("projects");
    Optional<String> chosen = world.variable(VARIABLE);
    if (chosen.equals(Optional.of(project))) {
      return Optional.empty();
    }
    Optional<String> own = client.get().project(key, world);
    return own.equals(Optional.of(project)) ? Optional.empty() : Optional.of(foreign(project, own));
  }

  private static String foreign(String project, Optional<String> own) {
    return "it is in project "
        + Printable.quote(project)
        + own.map(id -> ", but your credentials belong to project " + Printable.quote(id))
            .orElse(
                ", but your credentials have no project, and " + VARIABLE + " does not name it");
  }
}

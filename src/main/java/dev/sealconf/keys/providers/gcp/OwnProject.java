package dev.sealconf.keys.providers.gcp;

import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.plugin.LazyClient;
import java.util.Optional;

/**
 * Checks whether a key that only a file names is in the user's project: the one in {@code
 * GOOGLE_CLOUD_PROJECT}, or the one that the user's credentials belong to.
 */
public final class OwnProject {
  private static final String VARIABLE = "GOOGLE_CLOUD_PROJECT";

  private final World world;
  private final LazyClient<GcpClient> client;

  /** Uses this client to ask for the user's project, once. */
  public OwnProject(World world, LazyClient<GcpClient> client) {
    this.world = world;
    this.client = client;
  }

  /**
   * Returns why the key isn't in the user's project (the end of a sentence), or empty if it is.
   *
   * @throws dev.sealconf.error.SealconfException if the project can't be determined
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

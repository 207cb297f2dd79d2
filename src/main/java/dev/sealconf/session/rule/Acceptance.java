package dev.sealconf.session.rule;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.operation.Policy;
import dev.sealconf.operation.file.FileAccess;
import dev.sealconf.operation.guard.Concerns;
import dev.sealconf.operation.guard.RecipientsGuard;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.batch.FileWork;
import dev.sealconf.session.folder.FileNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks the user about metadata that differs from {@code .sops.yaml} in files without a seal. It
 * asks before the first file is locked, and only once about files with equal concerns. What the
 * user does not accept here is refused when the file is changed.
 */
public final class Acceptance implements FileWork.Preview {
  private final Session session;
  private final Overrides given;
  private final Restrictions restrictions;
  private final Function<Metadata, List<MasterKey>> leaving;
  private final Map<Concerns, List<Path>> open = new LinkedHashMap<>();
  private final Map<Path, Set<Concerns>> accepted = new HashMap<>();

  /**
   * Asks for one command line.
   *
   * @param leaving returns the keys that the command removes from a file
   */
  public Acceptance(
      Session session,
      Overrides given,
      Restrictions restrictions,
      Function<Metadata, List<MasterKey>> leaving) {
    this.session = session;
    this.given = given;
    this.restrictions = restrictions;
    this.leaving = leaving;
  }

  /** Returns what the creation rules say about a file, and what the user has accepted in it. */
  public Policy policy(Path file) {
    return restrictions.policy(file, accepted.getOrDefault(file, Set.of()));
  }

  @Override
  public boolean wanted() {
    return !given.on("yes") && session.world().ask().interactive();
  }

  @Override
  public void look(FileWork.File file) {
    try {
      Metadata metadata = FileAccess.metadata(file.input(), session.providers());
      if (metadata.seal().isEmpty() || given.on("ignore-mac")) {
        Concerns concerns =
            new RecipientsGuard(policy(file.decidingPath()), session.providers())
                .concerns(metadata, file.input(), leaving.apply(metadata));
        if (!concerns.isEmpty()) {
          open.computeIfAbsent(concerns, c -> new ArrayList<>()).add(file.decidingPath());
        }
      }
    } catch (SealconfException e) {
      return; // Changing the file fails for the same reason and reports it.
    }
  }

  @Override
  public void ask() {
    World world = session.world();
    open.forEach(
        (concerns, files) -> {
          String names = FileNames.of(files.stream().map(file -> name(world, file)).toList());
          concerns
              .all()
              .forEach(
                  concern ->
                      world.tell().warn(names + ": " + Concerns.REASON + concern.statement()));
          if (world.ask().confirm(concerns.question(names))) {
            files.forEach(
                file -> accepted.computeIfAbsent(file, f -> new HashSet<>()).add(concerns));
          }
        });
  }

  private static String name(World world, Path file) {
    boolean below = file.startsWith(world.directory()) && !file.equals(world.directory());
    return (below ? world.directory().relativize(file) : file).toString();
  }
}

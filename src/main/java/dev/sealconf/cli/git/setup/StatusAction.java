package dev.sealconf.cli.git.setup;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.Printable;
import dev.sealconf.git.protection.PathStatus;
import dev.sealconf.git.protection.ProtectionStatus;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf git status}. */
@AutoService(GitAction.class)
public final class StatusAction extends GitAction {
  private static final String ROW = "%-12s %-12s %-16s %-4s %s%n";

  @Override
  public String name() {
    return "git status";
  }

  @Override
  public int rank() {
    return 30;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "List the protected files, and which are encrypted");
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("[PATH...]", "Files and folders; the default is the whole work tree"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf git status",
        "sealconf git status secrets/",
        "The exit code is 1 if git has a protected file in plaintext.");
  }

  @Override
  public int run(Overrides given) {
    ProtectionStatus status =
        new ProtectionStatus(session(), given, Repository.of(session().world()));
    List<PathStatus> paths = status.paths();
    StringBuilder text = new StringBuilder();
    if (status.locked()) {
      text.append("This work tree is locked. To decrypt its files: sealconf git unlock\n");
    }
    text.append(
        paths.isEmpty()
            ? "No file is protected.\n"
            : ROW.formatted("mode", "in git", "in work tree", "key", "path"));
    for (PathStatus path : paths) {
      text.append(
          ROW.formatted(
              path.path().mode().word(),
              path.inGit().words(),
              path.inWorkTree().words(),
              path.keyAtHand().map(at -> at ? "yes" : "no").orElse("-"),
              Printable.plain(path.path().name())));
    }
    new StandardStreams(session().world()).write(text.toString());
    boolean exposed = paths.stream().anyMatch(PathStatus::isExposed);
    return (exposed ? ExitCode.GENERIC : ExitCode.OK).number();
  }
}

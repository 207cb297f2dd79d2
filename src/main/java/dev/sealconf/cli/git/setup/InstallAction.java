package dev.sealconf.cli.git.setup;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.protection.ProtectionMode;
import dev.sealconf.git.setup.Install;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;
import java.util.Optional;

/** {@code sealconf git install}. */
@AutoService(GitAction.class)
public final class InstallAction extends GitAction {

  @Override
  public String name() {
    return "git install";
  }

  @Override
  public int rank() {
    return 10;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Set up git to encrypt and decrypt files");
    spec.add(
        Options.flag(
            "Add lines to .gitattributes: plaintext in the work tree, encrypted in git",
            "transparent"));
    spec.add(
        Options.flag(
            "Add lines to .gitattributes: encrypted in the work tree and in git", "sealed"));
    spec.add(Options.flag("Write to your account's git settings instead", "global"));
    spec.add(Options.value("PROGRAM", "How git starts sealconf: a name or a path", "program"));
    GlobalOptions.addTo(spec);
    spec.add(
        Options.words(
            "[PATTERN...]",
            "Files, as in .gitattributes; the default is what .sops.yaml has rules for"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf git install",
        "sealconf git install --transparent 'secrets/**'",
        "sealconf git install --sealed '*.enc.yaml'",
        "Without a mode, .gitattributes stays as it is: run this in a clone of a repository"
            + " that has the lines already.");
  }

  @Override
  public int run(Overrides given) {
    if (given.on("transparent") && given.on("sealed")) {
      throw new UsageFailure.Conflict("--transparent and --sealed can't be used together");
    }
    Optional<ProtectionMode> mode =
        given.on("transparent")
            ? Optional.of(ProtectionMode.TRANSPARENT)
            : given.on("sealed") ? Optional.of(ProtectionMode.SEALED) : Optional.empty();
    Install install = new Install(session(), given);
    try {
      install.run(mode);
    } finally {
      new StandardStreams(session().world()).write(install.report());
    }
    return 0;
  }
}

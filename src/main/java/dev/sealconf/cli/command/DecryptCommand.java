package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.FailedFiles;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.TargetOptions;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.io.plaintext.ShortLivedFile;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.task.DecryptFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code sealconf decrypt}. */
@AutoService(Command.class)
public final class DecryptCommand extends Command {

  @Override
  public String name() {
    return "decrypt";
  }

  @Override
  public int rank() {
    return 30;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Decrypt files");
    TargetOptions.addTo(spec);
    spec.add(Options.value("TREEPATH", "Only the value at this place: '[\"db\"][0]'", "extract"));
    spec.add(
        Options.value(
            "TIME", "Wait for this time, such as 60s, then remove the --output file", "for"));
    FormatOptions.addTo(spec, session().formats());
    FormatOptions.addOverrideTo(spec);
    addIgnoreMacTo(spec);
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("[FILE...]", "Files; with -i also folders; - is standard input"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf decrypt secrets.yaml",
        "sealconf decrypt --extract '[\"db\"][\"password\"]' secrets.yaml",
        "sealconf decrypt --output app.env app.enc.env");
  }

  /** Adds the flag that allows a file whose MAC doesn't match. */
  static void addIgnoreMacTo(CommandSpec spec) {
    spec.add(Options.flag("Only warn if the MAC doesn't match (dangerous)", "ignore-mac"));
  }

  @Override
  public int run(Overrides given) {
    Optional<String> place = given.text("extract");
    Optional<TreePath> extract =
        place.isPresent()
            ? Optional.of(TreePaths.parse(place.get(), UsageFailure.InvalidPath::new))
            : Optional.empty();
    Optional<String> time = given.text("for");
    return time.isEmpty()
        ? decrypt(given, extract)
        : decryptFor(WaitingTime.parse(time.get()), given, extract);
  }

  private int decrypt(Overrides given, Optional<TreePath> extract) {
    FailedFiles failed = new FailedFiles(session());
    new DecryptFiles(session(), given).run(extract, failed);
    return failed.exitCode();
  }

  private int decryptFor(Duration time, Overrides given, Optional<TreePath> extract) {
    String output =
        given
            .text("output")
            .orElseThrow(
                () ->
                    new UsageFailure.Conflict("--for needs --output")
                        .hint("sealconf decrypt --for 60s --output PATH FILE"));
    World world = session().world();
    try (ShortLivedFile file = ShortLivedFile.at(world, world.resolve(output))) {
      int code = decrypt(given, extract);
      if (code == 0) {
        file.keep(time);
      }
      return code;
    }
  }
}

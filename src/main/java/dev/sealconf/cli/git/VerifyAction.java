package dev.sealconf.cli.git;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.CodedFailure;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.git.report.ReportFormat;
import dev.sealconf.cli.git.report.ReportFormats;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.guard.Guard;
import dev.sealconf.git.guard.Verification;
import dev.sealconf.git.guard.scope.CommitScope;
import dev.sealconf.git.guard.scope.IndexScope;
import dev.sealconf.git.guard.scope.PushScope;
import dev.sealconf.git.guard.scope.RangeScope;
import dev.sealconf.git.guard.scope.Scope;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import dev.sealconf.session.folder.FileNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code sealconf git verify}. */
@AutoService(GitAction.class)
public final class VerifyAction extends GitAction {
  private static final String DEFAULT = "text";
  private static final List<String> SCOPES = List.of("staged", "range", "all", "pre-push");

  @Override
  public String name() {
    return "git verify";
  }

  @Override
  public int rank() {
    return 70;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Check that everything secret in the repository is encrypted");
    spec.add(Options.flag("Check what the next commit changes, as a pre-commit hook", "staged"));
    spec.add(Options.value("A..B", "Check all versions that these commits add", "range"));
    spec.add(Options.flag("Check every file in the index", "all"));
    spec.add(Options.flag("Check what a push adds, as a pre-push hook", "pre-push"));
    spec.add(
        Options.value(
            "FORMAT",
            () -> "Report as " + String.join(", ", ReportFormats.names()) + "; the default is text",
            "format"));
    spec.add(Options.flag("Check only what needs no key", "without-keys"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf git verify --staged",
        "sealconf git verify --range origin/main..HEAD",
        "sealconf git verify --all --format sarif > sealconf.sarif",
        "The exit code is 0 if nothing was found, 1 if something was found, and 2 if sealconf"
            + " couldn't check.");
  }

  @Override
  public int run(Overrides given) {
    Verification verification;
    ReportFormat format;
    try {
      format = ReportFormats.named(given.text("format").orElse(DEFAULT));
      verification = verification(given);
    } catch (SealconfException e) {
      throw new CodedFailure(ExitCode.COULD_NOT_READ_INPUT, e);
    }
    new StandardStreams(session().world()).write(format.write(verification));
    session().world().tell().say(summary(verification));
    return (verification.findings().isEmpty() ? ExitCode.OK : ExitCode.GENERIC).number();
  }

  private Verification verification(Overrides given) {
    World world = session().world();
    long asked =
        SCOPES.stream()
            .filter(name -> name.equals("range") ? given.isGiven(name) : given.on(name))
            .count();
    if (asked != 1) {
      throw new UsageFailure.Mistake("git verify needs to know what to check")
          .hint("use one of --staged, --range A..B, --all and --pre-push");
    }
    Repository repository = Repository.of(world);
    Optional<KeyRing> keys =
        given.on("without-keys") ? Optional.empty() : Optional.of(session().keyRing(given));
    try (Guard guard = new Guard(session(), repository, keys)) {
      return guard.run(scope(given, repository));
    }
  }

  private Scope scope(Overrides given, Repository repository) {
    if (given.isGiven("range")) {
      return RangeScope.of(given.text("range").orElse(""));
    }
    if (given.on("pre-push")) {
      World world = session().world();
      byte[] lines = new StandardStreams(world).read();
      return new PushScope(new String(lines, StandardCharsets.UTF_8), world);
    }
    if (given.on("staged")) {
      return IndexScope.staged();
    }
    return repository.hasWorkTree() ? IndexScope.all() : new CommitScope();
  }

  private static String summary(Verification verification) {
    int files = verification.files().size();
    int findings = verification.findings().size();
    int unopened = verification.unopened().size();
    return "Checked "
        + FileNames.count(files)
        + ": "
        + (findings == 0 ? "nothing found" : findings + (findings == 1 ? " problem" : " problems"))
        + (unopened == 0
            ? ""
            : "; without a key for " + unopened + ", so their MAC was not checked");
  }
}

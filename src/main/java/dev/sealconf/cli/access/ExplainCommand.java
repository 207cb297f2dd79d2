package dev.sealconf.cli.access;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code sealconf explain}. */
@AutoService(Command.class)
public final class ExplainCommand extends Command {

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public int rank() {
    return 100;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Show which rule matches a file, and what it does");
    FormatOptions.addInputTo(spec, session().formats());
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE", "A file: plain, encrypted, or one that doesn't exist yet"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of("sealconf explain secrets.yaml");
  }

  @Override
  public int run(Overrides given) {
    if (given.words().size() != 1) {
      throw new UsageFailure.NoFile("explain needs exactly one file");
    }
    session().review(given);
    String name = given.words().get(0);
    Explanation explanation = new Explanation(session(), given, name);
    new StandardStreams(session().world()).write(explanation.text(input(given, name)));
    return 0;
  }

  private Optional<Input> input(Overrides given, String name) {
    Path path = session().world().resolve(name);
    if (Files.notExists(path)) {
      return Optional.empty();
    }
    return Optional.of(session().input(given, name));
  }
}

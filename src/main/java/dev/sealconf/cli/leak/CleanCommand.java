package dev.sealconf.cli.leak;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.io.World;
import dev.sealconf.leak.CopyRemoval;
import dev.sealconf.leak.PlaintextCopies;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.ArrayList;
import java.util.List;

/** {@code sealconf clean}. */
@AutoService(Command.class)
public final class CleanCommand extends Command {

  @Override
  public String name() {
    return "clean";
  }

  @Override
  public int rank() {
    return 125;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "List plaintext copies of encrypted files, and remove them");
    spec.add(Options.flag("Ask, then overwrite and remove them", "remove"));
    spec.add(Options.flag("Answer yes to the question", "yes", "y"));
    GlobalOptions.addTo(spec);
    spec.add(Options.words("[PATH...]", "Folders or files; the default is the working directory"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf clean",
        "sealconf clean --remove config/",
        "The exit code is 1 if copies are there and were not removed.");
  }

  @Override
  public int run(Overrides given) {
    World world = session().world();
    PlaintextCopies search = new PlaintextCopies(session(), given);
    List<PlaintextCopies.Copy> copies = new ArrayList<>();
    for (String path : given.words().isEmpty() ? List.of(".") : given.words()) {
      copies.addAll(search.in(world.resolve(path)));
    }
    StringBuilder list = new StringBuilder();
    for (PlaintextCopies.Copy copy : copies) {
      list.append(world.shown(copy.file()))
          .append(": plaintext copy of ")
          .append(world.shown(copy.original()))
          .append('\n');
    }
    new StandardStreams(world).write(list.toString());
    if (copies.isEmpty()) {
      return ExitCode.OK.number();
    }
    if (!given.on("remove") || !agreed(given, copies.size())) {
      return ExitCode.GENERIC.number();
    }
    copies.forEach(copy -> CopyRemoval.remove(world, copy.file()));
    world.tell().say("removed: " + copies.size());
    return ExitCode.OK.number();
  }

  private boolean agreed(Overrides given, int count) {
    return given.on("yes")
        || session()
            .world()
            .ask()
            .confirm("Remove " + (count == 1 ? "this file" : "these " + count + " files") + "?");
  }
}

package dev.sealconf.exec.notation;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.exec.variable.Variable;
import dev.sealconf.io.World;
import dev.sealconf.io.file.GrownFile;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.ResultTarget;
import dev.sealconf.session.Session;
import dev.sealconf.session.StandardStreams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses where variables go: to the file of {@code output}, to the file that the notation's reader
 * reads, or to standard output.
 */
public final class NotationTarget {
  private final Session session;
  private final Overrides given;
  private final Notation notation;

  /** Creates the target for one notation. */
  public NotationTarget(Session session, Overrides given, Notation notation) {
    this.session = session;
    this.given = given;
    this.notation = notation;
  }

  /**
   * Writes the variables. Prints the masks before it writes values to a file.
   *
   * @param files the files that the variables come from, as the user names them
   * @throws SealconfException if the notation can't hold a variable or the target can't be written
   */
  public void write(List<Variable> variables, List<String> files) {
    World world = session.world();
    StandardStreams streams = new StandardStreams(world);
    byte[] text = notation.write(variables, paths(files));
    Optional<Path> output = given.text("output").map(world::resolve);
    Optional<String> target = notation.target();
    if (output.isPresent()) {
      streams.write(notation.announcement(variables));
      new SafeFile(world).write(output.get(), SafeFile.Content.PLAIN, text);
    } else if (target.isPresent()) {
      Path file =
          world.resolve(world.variable(target.get()).orElseThrow(() -> unset(target.get())));
      streams.write(notation.announcement(variables));
      GrownFile.add(world, file, text);
    } else {
      streams.write(text);
    }
  }

  private List<Path> paths(List<String> files) {
    List<Path> paths = new ArrayList<>();
    for (String file : files) {
      if (!file.equals(ResultTarget.STANDARD_INPUT)) {
        paths.add(session.world().resolve(file));
      }
    }
    return paths;
  }

  private SealconfException unset(String variable) {
    return new MachineFailure(
            notation.reader() + " sets $" + variable + " to a file, but it is not set")
        .hint("to write the variables to a file, add --output PATH");
  }
}

package dev.sealconf.io.editor;

import dev.sealconf.error.EditorFailure;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.io.plaintext.PlaintextFolder;
import dev.sealconf.io.process.ForegroundChild;
import dev.sealconf.io.process.ShellWords;
import dev.sealconf.io.process.Subprocess;
import dev.sealconf.services.ServiceClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The editor that the user chose: {@code SOPS_EDITOR}, {@code EDITOR}, or the first of {@code vim},
 * {@code nano} and {@code vi} that is installed, as in SOPS. The variables contain a program and
 * arguments, which are split as in a shell.
 */
public final class InstalledEditor implements Editor {
  private static final List<String> VARIABLES = List.of("SOPS_EDITOR", "EDITOR");
  private static final List<String> DEFAULTS = List.of("vim", "nano", "vi");
  private static final int SIGNALED = 128;

  private final World world;

  /** Uses the editor of this world. */
  public InstalledEditor(World world) {
    this.world = world;
  }

  @Override
  public void edit(PlaintextFolder folder, String name) {
    List<String> words = words();
    List<String> given = words.subList(1, words.size());
    EditorProgram.Call call =
        known(words.get(0))
            .map(program -> program.call(folder, given))
            .orElse(new EditorProgram.Call(List.of(), Map.of()));
    List<String> command = new ArrayList<>(words);
    command.addAll(call.arguments());
    command.add(folder.path(name).toString());
    ForegroundChild child = new ForegroundChild(world);
    folder.beforeEnd(child::end);
    int status;
    try {
      status = child.run(command, call.environment());
    } catch (MachineFailure e) {
      throw e.as(EditorFailure::new)
          .hint("set EDITOR to a program and its arguments, such as EDITOR='code --wait'");
    }
    if (status > SIGNALED) {
      throw new EditorFailure(
          Printable.quote(words.get(0)) + " was ended by signal " + (status - SIGNALED));
    }
    if (status != 0) {
      throw new EditorFailure(Printable.quote(words.get(0)) + " ended with exit status " + status);
    }
  }

  private List<String> words() {
    for (String variable : VARIABLES) {
      Optional<String> value = world.variable(variable);
      if (value.isPresent()) {
        return ShellWords.split(value.get())
            .filter(words -> !words.isEmpty())
            .orElseThrow(
                () ->
                    new EditorFailure(
                            "$" + variable + " is not a command: " + Printable.quote(value.get()))
                        .hint("check its quotes"));
      }
    }
    String path = world.environment().getOrDefault("PATH", "");
    return DEFAULTS.stream()
        .filter(program -> Subprocess.find(program, path).isPresent())
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () ->
                new EditorFailure("no editor found: neither " + String.join(", ", DEFAULTS))
                    .hint("install one, or set EDITOR to the one to use"));
  }

  /**
   * Finds the editor by the name that the user gave, and by the file name behind links such as
   * {@code vi}.
   */
  private Optional<EditorProgram> known(String program) {
    Set<String> names = new LinkedHashSet<>();
    Path given = Path.of(program);
    if (given.getFileName() != null) {
      names.add(given.getFileName().toString());
    }
    String path = world.environment().getOrDefault("PATH", "");
    Optional<Path> found =
        given.getNameCount() > 1
            ? Optional.of(world.resolve(program))
            : Subprocess.find(program, path);
    found.map(InstalledEditor::realName).ifPresent(names::add);
    for (EditorProgram editor : ServiceClasses.of(EditorProgram.class).all()) {
      if (names.stream().anyMatch(editor::isCalled)) {
        return Optional.of(editor);
      }
    }
    return Optional.empty();
  }

  private static String realName(Path program) {
    try {
      return program.toRealPath().getFileName().toString();
    } catch (IOException e) {
      return "";
    }
  }
}

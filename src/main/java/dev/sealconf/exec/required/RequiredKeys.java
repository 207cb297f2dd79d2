package dev.sealconf.exec.required;

import dev.sealconf.config.RequiredKey;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.variable.VariableNames;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.ResultTarget;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds which keys are required: by the configuration, and by templates such as {@code
 * .env.example}.
 */
public final class RequiredKeys {
  private final Session session;
  private final Overrides given;

  /** Reads these options: {@code template}, {@code config}. */
  public RequiredKeys(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Returns all required keys; the configuration's come first.
   *
   * @param files the files that the values come from, as the user names them
   * @throws SealconfException if a requirement or a template can't be read
   */
  public List<RequiredKey> of(List<String> files) {
    Set<RequiredKey> keys = new LinkedHashSet<>();
    for (String file : files) {
      Path path = session.world().resolve(file.equals(ResultTarget.STANDARD_INPUT) ? "" : file);
      session.config(given).ifPresent(config -> keys.addAll(config.requiredKeys(path)));
    }
    for (String template : given.texts("template")) {
      keys.addAll(ofTemplate(template));
    }
    return new ArrayList<>(keys);
  }

  private List<RequiredKey> ofTemplate(String name) {
    Input input = template(name);
    if (input.format().encryptsWhole()) {
      throw new UsageFailure.Mistake("the template has no keys")
          .at(Location.of(name))
          .hint("give it the name of its type, such as .env.example or app.yaml.example");
    }
    Document document = input.format().read(input.source());
    List<RequiredKey> keys = new ArrayList<>();
    for (MapNode branch : document.branches()) {
      add(branch, TreePath.ROOT, input.source(), input.format(), keys);
    }
    return keys;
  }

  /** Reads a template. Its name may have a suffix after the extension that gives its format. */
  private Input template(String name) {
    byte[] bytes = session.files().read(session.world().resolve(name));
    String typed = name.replaceFirst("\\.(example|sample|template|dist)$", "");
    FileTypes types = new FileTypes(Overrides.NONE, session.formats());
    Input input = types.input(name, bytes);
    return input.format().encryptsWhole()
        ? new Input(input.source(), types.inputFormat(typed, bytes))
        : input;
  }

  private void add(
      MapNode map,
      TreePath above,
      SourceText source,
      DocumentFormat format,
      List<RequiredKey> keys) {
    for (Entry entry : map.entries()) {
      TreePath path = above.then(new TreePath.Key(entry.key()));
      if (entry.value().resolved() instanceof MapNode below) {
        add(below, path, source, format, keys);
      } else {
        String name =
            format.variableName(new VariableNames(VariableNames.SEPARATOR, "").in(format).of(path));
        Location place = source.locate(entry.keySpan().start());
        keys.add(RequiredKey.named(name, place));
      }
    }
  }
}

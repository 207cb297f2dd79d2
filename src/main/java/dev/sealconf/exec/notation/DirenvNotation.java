package dev.sealconf.exec.notation;

import com.google.auto.service.AutoService;
import dev.sealconf.exec.variable.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what {@link BashNotation} writes, plus one {@code watch_file} line for each file, so that
 * direnv loads it again when it changes (direnv-stdlib(1)). Use it with {@code eval} in {@code
 * .envrc}.
 */
@AutoService(Notation.class)
public final class DirenvNotation implements Notation {

  @Override
  public String name() {
    return "direnv";
  }

  @Override
  public int rank() {
    return 40;
  }

  @Override
  public String reader() {
    return "direnv";
  }

  @Override
  public byte[] write(List<Variable> variables, List<Path> files) {
    QuotedBytes text = new QuotedBytes();
    for (Path file : files) {
      text.add("watch_file '")
          .add(file.toString().getBytes(StandardCharsets.UTF_8), '\'', "'\\''")
          .add("'\n");
    }
    return text.add(new BashNotation().write(variables, files)).bytes();
  }
}

package dev.sealconf.document;

import dev.sealconf.error.Printable;
import java.util.ArrayList;
import java.util.List;

/** The address of a node in one document: keys of maps and positions in lists, from the root. */
public record TreePath(List<Step> steps) {

  /** One component of a path. */
  public sealed interface Step {}

  public record Key(String name) implements Step {}

  /** A position in a list, from 0, comments not counted. */
  public record Index(int position) implements Step {}

  public static final TreePath ROOT = new TreePath(List.of());

  public TreePath then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new TreePath(List.copyOf(longer));
  }

  /** The spelling of SOPS, {@code ["a"]["b"][0]}, made safe to show; in words for the root. */
  @Override
  public String toString() {
    if (steps.isEmpty()) {
      return "the root";
    }
    StringBuilder out = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Key key) {
        out.append("[\"").append(Printable.plain(key.name())).append("\"]");
      } else if (step instanceof Index index) {
        out.append('[').append(index.position()).append(']');
      }
    }
    return out.toString();
  }
}

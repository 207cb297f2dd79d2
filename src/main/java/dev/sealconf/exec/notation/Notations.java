package dev.sealconf.exec.notation;

import dev.sealconf.error.NearestWord;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.services.ServiceClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The notations there are, found as services. */
public final class Notations {
  private final List<Notation> all = new ArrayList<>();

  /** All on the class path, in the order of help. */
  public Notations() {
    all.addAll(ServiceClasses.of(Notation.class).all());
    all.sort(Comparator.comparingInt(Notation::rank));
  }

  /** In the order of help. */
  public List<Notation> all() {
    return List.copyOf(all);
  }

  /**
   * The notation of this name.
   *
   * @throws UsageFailure.Mistake if there is none
   */
  public Notation named(String name) {
    List<String> names = new ArrayList<>();
    for (Notation notation : all) {
      if (notation.name().equals(name)) {
        return notation;
      }
      names.add(notation.name());
    }
    SealconfException unknown =
        new UsageFailure.Mistake("unknown format " + Printable.quote(name) + " for variables");
    throw NearestWord.of(name, names)
        .map(near -> unknown.hint("did you mean --format " + near + "?"))
        .orElse(unknown)
        .hint("the formats are " + String.join(", ", names));
  }
}

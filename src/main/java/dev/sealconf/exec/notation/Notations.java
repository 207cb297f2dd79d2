package dev.sealconf.exec.notation;

import dev.sealconf.error.NearestWord;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.services.ServiceClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds all notations as services. */
public final class Notations {
  private final List<Notation> all = new ArrayList<>();

  /** Loads all notations on the class path. */
  public Notations() {
    all.addAll(ServiceClasses.of(Notation.class).all());
    all.sort(Comparator.comparingInt(Notation::rank));
  }

  /** Returns all notations in help order. */
  public List<Notation> all() {
    return List.copyOf(all);
  }

  /**
   * Returns the notation with this name.
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

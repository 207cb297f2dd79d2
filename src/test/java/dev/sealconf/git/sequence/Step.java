package dev.sealconf.git.sequence;

import java.io.IOException;

/** A command of git, or a change of a file, that a sequence may hold. */
@FunctionalInterface
interface Step {
  /**
   * Does it with git and in the model, where the dice decide on its details.
   *
   * @return false if it was not done because its result would not be certain
   */
  boolean done(Run run) throws IOException;
}

package dev.sealconf.binding.jackson;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;

/** The classes of Jackson, which the program that uses the library may have in other versions. */
public final class JacksonClasses {
  private JacksonClasses() {}

  /**
   * Returns a failure for classes of Jackson that are missing or too old.
   *
   * @throws LinkageError the same, if it is about other classes, such as the program's own
   */
  public static SealconfException dontFit(LinkageError e) {
    if (!String.valueOf(e.getMessage()).replace('/', '.').contains("jackson.annotation.")) {
      throw e;
    }
    return new MachineFailure("the program has an older version of Jackson's annotations")
        .hint("add com.fasterxml.jackson.core:jackson-annotations in version 2.22 or newer")
        .from(e);
  }
}

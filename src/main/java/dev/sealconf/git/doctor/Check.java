package dev.sealconf.git.doctor;

import java.util.List;

/** One check of a repository. */
interface Check {

  /** What it finds; one finding that all is well, or all that isn't. */
  List<Finding> findings(RepositoryState state);
}

package dev.sealconf.git.doctor;

import java.util.List;

/** One check of how a repository is set up. */
interface Check {

  /** Returns one finding that all is well, or a finding for each thing that isn't. */
  List<Finding> findings(RepositoryState state);
}

package dev.sealconf.reload;

import java.time.Instant;

/** What can be seen of files without reading them. Equal looks mean that nothing has changed. */
public interface Look {

  /**
   * Returns whether a file changed so shortly before this time that its next change may get the
   * same time from the file system, and look the same.
   */
  boolean isRecent(Instant now);
}

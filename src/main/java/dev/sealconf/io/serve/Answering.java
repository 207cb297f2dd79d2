package dev.sealconf.io.serve;

import java.io.IOException;

/** Makes the answer to a request of another process. */
public interface Answering {

  /**
   * Returns the bytes that the process prints.
   *
   * @throws IOException if there is no answer; the process then does the work itself
   */
  byte[] answer(OtherProcess process) throws IOException;
}

package dev.sealconf.operation;

/** Tells whether a file is sealed, without any key. */
public final class FileStatus {

  /** Whether the file has metadata with a version and a MAC. */
  public boolean sealed(Input input) {
    throw new UnsupportedOperationException("not yet");
  }
}

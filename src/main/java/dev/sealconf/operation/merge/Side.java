package dev.sealconf.operation.merge;

/** Whose version it is. */
public enum Side {
  OURS,
  THEIRS
}

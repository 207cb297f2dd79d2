package dev.sealconf.keys.service;

/** The requests that a key service handles. */
public enum Procedure {
  /** Wraps a data key, or a share of one. */
  ENCRYPT("KeyService/Encrypt", "encrypt"),
  /** Unwraps a data key, or a share of one. */
  DECRYPT("KeyService/Decrypt", "decrypt");

  private final String path;
  private final String verb;

  Procedure(String path, String verb) {
    this.path = path;
    this.verb = verb;
  }

  /** Returns the service and method in gRPC's notation. */
  public String path() {
    return path;
  }

  /** Returns the verb for messages. */
  public String verb() {
    return verb;
  }
}

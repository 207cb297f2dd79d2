package dev.sealconf.keys.service;

/** What a key service is asked to do. */
public enum Procedure {
  /** Wraps a data key, or a share of one. */
  ENCRYPT("KeyService/Encrypt", "encrypt"),
  /** Unwraps it. */
  DECRYPT("KeyService/Decrypt", "decrypt");

  private final String path;
  private final String verb;

  Procedure(String path, String verb) {
    this.path = path;
    this.verb = verb;
  }

  /** The service and the method, as gRPC names them. */
  public String path() {
    return path;
  }

  /** What messages call it. */
  public String verb() {
    return verb;
  }
}

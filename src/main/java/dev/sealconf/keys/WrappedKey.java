package dev.sealconf.keys;

/** A data key, or one share of it, wrapped for one master key; {@code enc} as in the metadata. */
public record WrappedKey(MasterKey masterKey, String enc) {

  /** Spelled out, because the one of a record costs 20 ms at its first use. */
  @Override
  public int hashCode() {
    return enc.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WrappedKey key
        && enc.equals(key.enc)
        && masterKey.equals(key.masterKey);
  }
}

package dev.sealconf.keys;

/**
 * A data key, or a share of one, wrapped for one master key. {@code enc} is the text in the
 * metadata.
 */
public record WrappedKey(MasterKey masterKey, String enc) {

  /** Written by hand because a record's generated method costs 20 ms the first time it runs. */
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

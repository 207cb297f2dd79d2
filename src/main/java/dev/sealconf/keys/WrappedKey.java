package dev.sealconf.keys;

/** A data key, or one share of it, wrapped for one master key; {@code enc} as in the metadata. */
public record WrappedKey(MasterKey masterKey, String enc) {}

package dev.sealconf.envelope;

/** Whether the {@code sealconf} field is to be written. */
public enum SealWish {
  /** Always: what the settings ask for. */
  YES,
  /** Never: what the settings forbid. A file that would not come back byte for byte is refused. */
  NO,
  /** Only if the file would not come back byte for byte without it: a change of a file that has none. */
  IF_NEEDED
}

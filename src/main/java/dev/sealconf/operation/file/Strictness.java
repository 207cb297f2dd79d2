package dev.sealconf.operation.file;

/**
 * How strict opening a file is.
 *
 * @param ignoreMac whether to warn instead of fail if the MAC or the seal doesn't match ({@code
 *     --ignore-mac})
 * @param requireSeal whether to refuse a file without the {@code sealconf} field
 */
public record Strictness(boolean ignoreMac, boolean requireSeal) {
  public static final Strictness NORMAL = new Strictness(false, false);
}

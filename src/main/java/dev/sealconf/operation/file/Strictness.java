package dev.sealconf.operation.file;

/**
 * What opening a file insists on.
 *
 * @param ignoreMac whether a MAC or seal that does not fit is only warned of ({@code --ignore-mac})
 * @param requireSeal whether a file without the {@code sealconf} field is refused
 */
public record Strictness(boolean ignoreMac, boolean requireSeal) {
  public static final Strictness NORMAL = new Strictness(false, false);
}

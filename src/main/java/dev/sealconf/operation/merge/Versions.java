package dev.sealconf.operation.merge;

import java.util.function.Function;

/**
 * Three versions of one thing.
 *
 * @param base what both sides began with
 * @param ours what our side made of it
 * @param theirs what their side made of it
 */
public record Versions<T>(T base, T ours, T theirs) {

  /** Whose version it is. */
  public enum Side {
    OURS,
    THEIRS
  }

  /** Something that each version has. */
  public <R> Versions<R> map(Function<T, R> of) {
    return new Versions<>(of.apply(base), of.apply(ours), of.apply(theirs));
  }

  /** Returns the version of a side. */
  public T of(Side side) {
    return side == Side.OURS ? ours : theirs;
  }
}

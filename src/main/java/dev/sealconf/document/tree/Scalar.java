package dev.sealconf.document.tree;

/**
 * A value with one of SOPS's types ({@code docs/format.md §2}). Equality is by type and value. It
 * is written out because a record's generated methods add tens of milliseconds to the program's
 * start.
 */
public sealed interface Scalar {

  /** A string of valid Unicode. */
  record Text(String value) implements Scalar {
    @Override
    public boolean equals(Object other) {
      return other instanceof Text text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

    @Override
    public String toString() {
      return "Text";
    }
  }

  /**
   * A string whose bytes are not UTF-8: a binary file, {@code !!binary}, a legacy {@code bytes}
   * token.
   */
  record Blob(byte[] value) implements Scalar {
    @Override
    public boolean equals(Object other) {
      return other instanceof Blob blob && java.util.Arrays.equals(value, blob.value);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "Blob";
    }
  }

  /** A 64-bit integer. */
  record Int(long value) implements Scalar {
    @Override
    public boolean equals(Object other) {
      return other instanceof Int whole && value == whole.value;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(value);
    }

    @Override
    public String toString() {
      return "Int";
    }
  }

  /** A 64-bit float. */
  record Real(double value) implements Scalar {
    @Override
    public boolean equals(Object other) {
      return other instanceof Real real && Double.compare(value, real.value) == 0;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }

    @Override
    public String toString() {
      return "Real";
    }
  }

  record Bool(boolean value) implements Scalar {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bool bool && value == bool.value;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(value);
    }

    @Override
    public String toString() {
      return "Bool";
    }
  }

  /**
   * A point in time as RFC 3339 text with nanoseconds, without trailing zeros, UTC as {@code Z}.
   */
  record Time(String value) implements Scalar {
    @Override
    public boolean equals(Object other) {
      return other instanceof Time time && value.equals(time.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

    @Override
    public String toString() {
      return "Time";
    }
  }

  /** No value; never encrypted and never part of the MAC. */
  record Null() implements Scalar {
    @Override
    public boolean equals(Object other) {
      return other instanceof Null;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }
}

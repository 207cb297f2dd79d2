package dev.sealconf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Lambdas and method references of every shape, for {@link LambdaClassesTest}. */
public final class LambdaShapes {
  private final String own;

  private LambdaShapes(String own) {
    this.own = own;
  }

  /** An interface with a lambda in it, and a method that a lambda may call. */
  interface Greeting {
    String to(String name);

    default Greeting twice() {
      return name -> to(name) + to(name);
    }

    private String quiet() {
      return to("q");
    }

    static Supplier<String> quietly(Greeting greeting) {
      return greeting::quiet;
    }
  }

  /** Takes and gives primitives of every size. */
  interface Mixed {
    double of(byte small, long wide, String text, double exact);
  }

  /** What each shape computes. */
  public static List<String> results() {
    List<String> out = new ArrayList<>();
    LambdaShapes shapes = new LambdaShapes("own");
    shapes.captures(out, 1, 2L, 3.5, 'c', new int[] {7});
    primitives(out);
    references(out);
    Greeting hello = name -> "hello " + name + ";";
    out.add(hello.twice().to("you") + Greeting.quietly(hello).get());
    return out;
  }

  private void captures(List<String> out, int a, long b, double c, char d, int[] e) {
    Supplier<String> all = () -> own + a + b + c + d + e[0] + secret();
    out.add(all.get());
    Runnable nested =
        () -> {
          Runnable inner = () -> out.add(own + b);
          inner.run();
        };
    nested.run();
    Mixed mixed = (small, wide, text, exact) -> small + wide + text.length() + exact + c;
    out.add("" + mixed.of((byte) 1, 2L, "abc", 4.5));
    out.add(new Inner().get());
  }

  private String secret() {
    return "secret";
  }

  private static void primitives(List<String> out) {
    ToLongFunction<Integer> widened = Integer::intValue;
    ToDoubleFunction<Long> floating = value -> value;
    IntToLongFunction same = value -> value;
    IntFunction<Object> boxed = value -> value;
    IntFunction<Number> number = Integer::valueOf;
    Function<Integer, Integer> both = value -> value + 1;
    IntBinaryOperator larger = Math::max;
    ToIntFunction<String> unboxed = Integer::valueOf;
    Function<Character, Boolean> letter = Character::isLetter;
    out.add("" + widened.applyAsLong(1) + floating.applyAsDouble(2L) + same.applyAsLong(3));
    out.add("" + boxed.apply(4) + number.apply(5) + both.apply(6) + larger.applyAsInt(7, 8));
    out.add("" + unboxed.applyAsInt("9") + letter.apply('x'));
    Runnable dropped = () -> Long.parseLong("10");
    dropped.run();
  }

  private static void references(List<String> out) {
    Function<String, LambdaShapes> make = LambdaShapes::new;
    Function<LambdaShapes, String> unbound = LambdaShapes::secret;
    BiFunction<String, String, String> concat = String::concat;
    IntFunction<int[]> array = int[]::new;
    out.add(make.andThen(unbound).apply("x") + concat.apply("a", "b") + array.apply(3).length);
    out.add(
        Stream.of("b", "aa", "c")
            .sorted(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()))
            .toList()
            .toString());
    out.add(Optional.of("text").map(String::length).filter(n -> n > 3).map("x"::repeat).get());
  }

  /** A member of the nest that has lambdas itself. */
  private final class Inner {
    String get() {
      Supplier<String> outer = () -> own + secret();
      return outer.get();
    }
  }
}

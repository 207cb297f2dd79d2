package dev.sealconf.io.process;

import dev.sealconf.error.MachineFailure;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;

/**
 * How this process handles a signal. Closing restores the previous handling. Child processes don't
 * inherit it; in them, the signal has its usual effect.
 *
 * <p>Java reserves QUIT, so it never ends this process, whatever handling is set here.
 */
public final class SignalHandling implements AutoCloseable {
  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private static final Set<String> ENDING = Set.of("HUP", "INT", "TERM");

  private final String name;
  private final Object signal;
  private final Object before;
  private final boolean probes;

  private SignalHandling(String name, Object signal, Object before, boolean probes) {
    this.name = name;
    this.signal = signal;
    this.before = before;
    this.probes = probes;
  }

  /**
   * Runs an action, in its own thread, each time the signal arrives.
   *
   * @param name without {@code SIG}, such as {@code INT}
   * @return closing it has no effect if the system has no such signal or reserves it
   */
  public static SignalHandling on(String name, Runnable action) {
    return on(name, action, false);
  }

  /** Does the same for a signal that this process then {@link #raise}s itself. */
  static SignalHandling probing(String name, Runnable action) {
    return on(name, action, true);
  }

  private static SignalHandling on(String name, Runnable action, boolean probes) {
    // Uses reflection: the compiler warns about every use of this class, that warning can't be
    // turned off, and there is no alternative.
    try {
      Object signal = Class.forName(SIGNAL).getConstructor(String.class).newInstance(name);
      return new SignalHandling(name, signal, handle(signal, handler(action)), probes);
    } catch (InvocationTargetException e) { // there is no such signal, or Java reserves it
      return new SignalHandling(name, null, null, probes);
    } catch (ReflectiveOperationException e) {
      throw new MachineFailure("this Java has no " + SIGNAL).from(e);
    }
  }

  /** Ignores the signal. */
  public static SignalHandling ignoring(String name) {
    return on(name, () -> {});
  }

  /**
   * Restores a signal's default action, so that it ends this process.
   *
   * @param name without {@code SIG}; HUP, INT or TERM
   */
  public static void restoreDefault(String name) {
    try {
      Object signal = Class.forName(SIGNAL).getConstructor(String.class).newInstance(name);
      handle(signal, Class.forName(HANDLER).getField("SIG_DFL").get(null));
    } catch (ReflectiveOperationException e) {
      throw new MachineFailure("a signal can't be given back").from(e);
    }
  }

  private static Object handler(Runnable action) throws ClassNotFoundException {
    InvocationHandler run =
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            action.run();
            return null;
          }
          return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "handler of a signal";
          };
        };
    Class<?> type = Class.forName(HANDLER);
    return Proxy.newProxyInstance(
        SignalHandling.class.getClassLoader(), new Class<?>[] {type}, run);
  }

  private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
    return Class.forName(SIGNAL)
        .getMethod("handle", signal.getClass(), Class.forName(HANDLER))
        .invoke(null, signal, handler);
  }

  /** Sends the signal to this process. Returns whether the system has such a signal. */
  boolean raise() {
    if (signal == null) {
      return false;
    }
    try {
      Class.forName(SIGNAL).getMethod("raise", signal.getClass()).invoke(null, signal);
      return true;
    } catch (ReflectiveOperationException e) {
      throw new MachineFailure("a signal can't be sent").from(e);
    }
  }

  /** Restores the previous handling, once the signals that have arrived are passed on. */
  @Override
  public void close() {
    close(List.of(this));
  }

  /** Does the same for several signals, and waits only once. */
  public static void close(List<SignalHandling> all) {
    if (all.stream().anyMatch(SignalHandling::endsProcess)) {
      PendingSignals.await();
    }
    all.forEach(SignalHandling::restore);
  }

  /**
   * Returns whether the signal would end the process without this handling. Java reserves these
   * signals if it passes on none ({@code -Xrs}), and then there is nothing to wait for.
   */
  private boolean endsProcess() {
    return signal != null && !probes && ENDING.contains(name);
  }

  private void restore() {
    if (signal != null) {
      try {
        handle(signal, before);
      } catch (ReflectiveOperationException e) {
        throw new MachineFailure("a signal can't be given back").from(e);
      }
    }
  }
}

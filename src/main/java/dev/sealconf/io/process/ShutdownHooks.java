package dev.sealconf.io.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this program does when it is interrupted. If there is nothing to do at the end, the process
 * can halt. {@code System.exit} would first start Java's logging, which takes milliseconds.
 */
public final class ShutdownHooks {
  private static final Set<Thread> HOOKS = ConcurrentHashMap.newKeySet();
  private static volatile boolean others;

  private ShutdownHooks() {}

  /**
   * Adds a thread that runs when the process ends.
   *
   * @throws IllegalStateException if the process is already ending
   */
  public static void add(Thread hook) {
    Runtime.getRuntime().addShutdownHook(hook);
    HOOKS.add(hook);
  }

  /**
   * Removes a thread.
   *
   * @throws IllegalStateException if the process is already ending, in which case the thread runs
   */
  public static void remove(Thread hook) {
    Runtime.getRuntime().removeShutdownHook(hook);
    HOOKS.remove(hook);
  }

  /** Notes that other code has been loaded, which may have hooks of its own. */
  public static void expectOthers() {
    others = true;
  }

  /** Returns whether there is nothing to do when the process ends. */
  public static boolean none() {
    return HOOKS.isEmpty() && !others;
  }
}

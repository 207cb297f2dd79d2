package dev.sealconf.io.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this program does when it is interrupted. If nothing is left to do at its end, the process
 * can halt: {@code System.exit} first starts Java's logging, which takes milliseconds.
 */
public final class ShutdownHooks {
  private static final Set<Thread> HOOKS = ConcurrentHashMap.newKeySet();
  private static volatile boolean others;

  private ShutdownHooks() {}

  /**
   * Has a thread run when the process ends.
   *
   * @throws IllegalStateException if it is ending
   */
  public static void add(Thread hook) {
    Runtime.getRuntime().addShutdownHook(hook);
    HOOKS.add(hook);
  }

  /**
   * Takes a thread back.
   *
   * @throws IllegalStateException if the process is ending: then the thread runs
   */
  public static void remove(Thread hook) {
    Runtime.getRuntime().removeShutdownHook(hook);
    HOOKS.remove(hook);
  }

  /** Says that other code is loaded, which may have hooks that are not known here. */
  public static void expectOthers() {
    others = true;
  }

  /** Whether there is nothing to do when the process ends. */
  public static boolean none() {
    return HOOKS.isEmpty() && !others;
  }
}

package dev.sealconf.vendor;

/**
 * A vendor's service, as described in messages.
 *
 * @param <T> what is requested from the service, such as a key
 */
public interface RemoteService<T> {

  /** Returns the service's name, as its vendor writes it. */
  String name();

  /**
   * Returns what would most likely help: a command to type, or what to ask an administrator for.
   */
  String advice(Refusal refusal, T subject);
}

package dev.sealconf.vendor;

/**
 * A vendor's service, as messages name it.
 *
 * @param <T> what the service is asked for, such as a key
 */
public interface RemoteService<T> {

  /** Its name as its vendor writes it. */
  String name();

  /** What most likely helps: a command to type, or what to ask for. */
  String advice(Refusal refusal, T subject);
}

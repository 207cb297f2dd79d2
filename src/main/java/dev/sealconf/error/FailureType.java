package dev.sealconf.error;

/**
 * A type of failure that a caller chooses: {@code KeyFailure.NotWrapped::new}.
 *
 * @hidden for this program itself
 */
@FunctionalInterface
public interface FailureType {

  /** Creates a failure of this type with this message. */
  SealconfException of(String message);
}

package dev.sealconf.error;

/**
 * Something is wrong with the machine, the installation or the environment, such as a missing
 * program or an invalid variable.
 */
public final class MachineFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure with this message. */
  public MachineFailure(String message) {
    super(message);
  }
}

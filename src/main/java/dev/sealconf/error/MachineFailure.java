package dev.sealconf.error;

/**
 * The machine, the installation or the environment is to blame: a program that is missing, a
 * variable that isn't valid.
 */
public final class MachineFailure extends SealconfException {
  private static final long serialVersionUID = 1L;

  /** With this message. */
  public MachineFailure(String message) {
    super(message);
  }
}

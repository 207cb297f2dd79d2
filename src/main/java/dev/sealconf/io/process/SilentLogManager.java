package dev.sealconf.io.process;

import java.io.IOException;
import java.util.logging.LogManager;

/**
 * Stops libraries from logging through {@code java.util.logging}: there is no configuration, so no
 * handler prints anything. BouncyCastle asks for a logger at every start. Without this class, Java
 * would then read its configuration and open every jar to look for other logging systems, which
 * takes a tenth of a short run's time. Java finds the class through the property {@link #PROPERTY}.
 */
public final class SilentLogManager extends LogManager {
  /**
   * The property that names the log manager class. It must be set before the first logger is
   * created.
   */
  public static final String PROPERTY = "java.util.logging.manager";

  /** Always fails. Java then continues without a configuration. */
  @Override
  public void readConfiguration() throws IOException {
    throw new IOException("no logging is configured");
  }
}

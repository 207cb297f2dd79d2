package dev.sealconf.io.process;

import java.io.IOException;
import java.util.logging.LogManager;

/**
 * Keeps libraries from logging through {@code java.util.logging}: there is no configuration, and so
 * no handler that prints. BouncyCastle asks for a logger at every start. Without this class, Java
 * then reads its configuration and opens every jar to look for other logging systems, which takes a
 * tenth of the time of a short run. Java finds the class by the property {@link #PROPERTY}.
 */
public final class SilentLogManager extends LogManager {
  /** Names the class of the log manager; to be set before the first logger is made. */
  public static final String PROPERTY = "java.util.logging.manager";

  /** Always fails, after which Java goes on without a configuration. */
  @Override
  public void readConfiguration() throws IOException {
    throw new IOException("no logging is configured");
  }
}

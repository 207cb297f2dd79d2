package dev.sealconf.io.program;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file descriptors that this process inherited, as reported by the launcher. Java opens others
 * for itself, some of which would stay open in a program that replaces it.
 */
final class InheritedDescriptors {
  /** Numbers separated by commas. */
  private static final String PROPERTY = "sealconf.descriptors";

  private static final Path OPEN = Path.of("/dev/fd");
  private static final int LAST_STREAM = 2;

  private InheritedDescriptors() {}

  /**
   * Makes all other descriptors except the three standard streams close when another program takes
   * over.
   */
  static void keepOnlyThem(CLibrary library) {
    List<String> told = List.of(System.getProperty(PROPERTY, "").split(","));
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    long closeOnExecution = mac ? 0x20006601 : 0x5451; // FIOCLEX
    try (DirectoryStream<Path> open = Files.newDirectoryStream(OPEN)) {
      for (Path each : open) {
        String number = each.getFileName().toString();
        if (!told.contains(number) && Integer.parseInt(number) > LAST_STREAM) {
          library.call("ioctl", Integer.parseInt(number), closeOnExecution, 0);
        }
      }
    } catch (IOException | NumberFormatException e) {
      return; // the system doesn't have this folder
    }
  }
}

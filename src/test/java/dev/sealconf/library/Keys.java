package dev.sealconf.library;

import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.SealedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder with a rule and an age key, and real SOPS to encrypt files in it. */
public final class Keys {
  /** The first of the test identities that the SOPS project publishes. */
  public static final String IDENTITY =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7";

  public static final String RECIPIENT =
      "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";

  /** An identity that opens none of these files. */
  public static final String OTHER =
      "AGE-SECRET-KEY-1432K5YRNSC44GC4986NXMX6GVZ52WTMT9C79CLUVWYY4DKDHD5JSNDP4MC";

  private final Path folder;

  /** Writes a rule for the key into a folder. */
  public Keys(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve(".sops.yaml"), "creation_rules:\n  - age: " + RECIPIENT + "\n");
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Options with the key, and nothing of this machine. */
  SealconfOptions options() {
    return without().ageKey(IDENTITY);
  }

  /** Options without a key. */
  SealconfOptions without() {
    return SealconfOptions.DEFAULT
        .environment(Map.of("HOME", folder.resolve("home").toString()))
        .folder(folder);
  }

  /** Encrypts a plain text with this real SOPS. */
  public Path sealed(Path sops, String name, String text) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name), text);
    run(List.of(sops.toString(), "encrypt", "--in-place", file.toString()));
    return file;
  }

  /** Encrypts a plain text with this library, which keeps how numbers are written, and opens it. */
  SealedDocument document(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Sealconf.encrypt(file, options());
    return Sealconf.read(file, options());
  }

  /** Decrypts a file with this real SOPS. */
  String opened(Path sops, Path file) throws IOException, InterruptedException {
    return run(List.of(sops.toString(), "decrypt", file.toString()));
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Path err = folder.resolve("sops.err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("SOPS_AGE_KEY", IDENTITY);
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new AssertionError(command + ": " + Files.readString(err));
    }
    return new String(out, StandardCharsets.UTF_8);
  }
}

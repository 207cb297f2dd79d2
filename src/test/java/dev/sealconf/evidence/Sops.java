package dev.sealconf.evidence;

import dev.sealconf.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Real SOPS as a process, one file a run, with the test key in its environment. */
final class Sops {
  private static final Map<String, String> ENDINGS =
      Map.of("yaml", ".yaml", "json", ".json", "dotenv", ".env", "ini", ".ini", "binary", ".bin");

  private final Path program;
  private final Path folder;
  private final String identities;
  private final Map<String, String> environment = new HashMap<>();
  private final AtomicInteger runs;

  /** What a run left. */
  record Result(int exit, byte[] out, String err) {

    /** Standard output of a run that must have ended well. */
    byte[] expectOk(String what) {
      if (exit != 0) {
        throw new AssertionError(what + ": sops ended with " + exit + ": " + err.strip());
      }
      return out;
    }

    String text() {
      return new String(out, StandardCharsets.UTF_8);
    }
  }

  Sops(Peers peer, Path folder) {
    this(peer.path(), folder, TestKeys.IDENTITIES, new AtomicInteger());
  }

  private Sops(Path program, Path folder, String identities, AtomicInteger runs) {
    this.runs = runs;
    this.program = program;
    this.identities = identities;
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives it an environment variable. */
  Sops with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** What it does with these words. */
  Result run(String... words) {
    return run(List.of(words));
  }

  Result encrypt(Sample sample, Rule rule) {
    List<String> arguments = new ArrayList<>(List.of("-e", "--age", TestKeys.RECIPIENT));
    arguments.addAll(rule.flags());
    arguments.addAll(types(sample.format(), sealedType(sample.format())));
    return onFile(arguments, sample.bytes());
  }

  /** The plain text of a sealed file, in the format {@code to}. */
  Result decrypt(byte[] sealed, String format, String to) {
    List<String> arguments = new ArrayList<>(List.of("decrypt"));
    arguments.addAll(types(sealedType(format), to));
    return onFile(arguments, sealed);
  }

  Result extract(byte[] sealed, String format, String path) {
    List<String> arguments = new ArrayList<>(List.of("decrypt", "--extract", path));
    arguments.addAll(types(sealedType(format), format));
    return onFile(arguments, sealed);
  }

  /** The sealed file after {@code sops set}, which changes it in place. */
  byte[] set(byte[] sealed, String format, String path, String json) {
    String type = sealedType(format);
    Path file = temporary(sealed);
    List<String> command = new ArrayList<>(List.of("set", "--input-type", type));
    command.addAll(List.of("--output-type", type, file.toString(), path, json));
    run(command).expectOk("set " + path);
    return readAndDelete(file);
  }

  /** The sealed file after {@code sops unset}, which changes it in place. */
  byte[] unset(byte[] sealed, String format, String path) {
    Path file = temporary(sealed);
    String type = sealedType(format);
    List<String> command = new ArrayList<>(List.of("unset", "--input-type", type));
    command.addAll(List.of("--output-type", type, file.toString(), path));
    run(command).expectOk("unset " + path);
    return readAndDelete(file);
  }

  /**
   * The sealed file after a command that changes it in place.
   *
   * @param words the command and its flags; the file is appended
   */
  byte[] changed(byte[] sealed, String format, List<String> words) {
    Path file = folder.resolve("f" + runs.incrementAndGet() + ENDINGS.get(format));
    try {
      Files.write(file, sealed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command = new ArrayList<>(words);
    command.add(file.toString());
    run(command).expectOk(String.join(" ", words));
    return readAndDelete(file);
  }

  /** A configuration file in the folder of the runs. */
  Path config(String text) {
    return temporary(text.getBytes(StandardCharsets.UTF_8));
  }

  /** How the sealed form of a format is called: a binary file is stored as JSON. */
  private static String sealedType(String format) {
    return format.equals("binary") ? "json" : format;
  }

  private static List<String> types(String in, String out) {
    return List.of("--input-type", in, "--output-type", out);
  }

  private Result onFile(List<String> arguments, byte[] content) {
    Path file = temporary(content);
    List<String> all = new ArrayList<>(arguments);
    all.add(file.toString());
    try {
      return run(all);
    } finally {
      readAndDelete(file);
    }
  }

  private Path temporary(byte[] content) {
    try {
      return Files.write(folder.resolve("f" + runs.incrementAndGet()), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] readAndDelete(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same program for someone who has these identities only. */
  Sops withIdentities(String others) {
    return new Sops(program, folder, others, runs);
  }

  private Result run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    Path err = folder.resolve("err" + runs.incrementAndGet());
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("SOPS_AGE_KEY", identities);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      int exit = process.waitFor();
      return new Result(exit, out, new String(readAndDelete(err), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

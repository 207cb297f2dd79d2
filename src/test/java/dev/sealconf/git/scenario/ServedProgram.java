package dev.sealconf.git.scenario;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.Ask;
import dev.sealconf.io.Entropy;
import dev.sealconf.io.World;
import dev.sealconf.io.file.FileBytes;
import dev.sealconf.io.terminal.PrintedTell;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A program file that git can start and that runs in this process, which saves the start of a Java
 * for each command of git. The file is a script that sends the number of its process and waits for
 * an exit code. Everything else that a run needs is read from {@code /proc}: words, environment,
 * folder, and the streams, which are opened a second time: 4 and 5 in place of 0 and 1, because the
 * shell changes those for its own commands.
 */
public final class ServedProgram implements AutoCloseable {
  private static final String SCRIPT =
      """
      #!/bin/sh
      mkfifo '%1$s/'$$ && exec 3<>'%1$s/'$$ 4<&0 5>&1 && echo $$ >'%1$s/calls' && read -r code <&3
      exit "$code"
      """;

  private final Path folder;
  private final Path file;
  private final RandomAccessFile calls;
  private final ExecutorService runs =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "served");
            thread.setDaemon(true);
            return thread;
          });

  /** Puts the file into this folder, which exists and has no {@code '} in its path. */
  public ServedProgram(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    if (new ProcessBuilder("mkfifo", folder + "/calls").inheritIO().start().waitFor() != 0) {
      throw new IOException("no pipe in " + folder);
    }
    file = Files.writeString(folder.resolve("sealconf"), SCRIPT.formatted(folder));
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " can't be executed");
    }
    calls = new RandomAccessFile(folder.resolve("calls").toFile(), "rw");
    runs.execute(this::accept);
  }

  /** The program for git. */
  public Path file() {
    return file;
  }

  private void accept() {
    try (FileInputStream pipe = new FileInputStream(calls.getFD())) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(pipe, StandardCharsets.US_ASCII));
      String process = lines.readLine();
      while (process != null && !process.equals("close")) {
        String caller = process;
        runs.execute(() -> serve(caller));
        process = lines.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(String process) {
    Path caller = Path.of("/proc", process);
    int code = 99;
    try (InputStream in = new FileInputStream(caller + "/fd/4");
        OutputStream out = new FileOutputStream(caller + "/fd/5", true);
        PrintStream err =
            new PrintStream(
                new FileOutputStream(caller + "/fd/2", true), true, StandardCharsets.UTF_8)) {
      List<String> words = texts(caller.resolve("cmdline"));
      World world =
          new World(
              FileBytes.forward(in),
              out,
              err,
              environment(caller),
              Files.readSymbolicLink(caller.resolve("cwd")),
              Clock.systemUTC(),
              Entropy.system(),
              Ask.NO_ANSWER,
              new PrintedTell(err, "", false));
      code = CommandLines.run(world, "sealconf", words.subList(2, words.size()));
    } catch (IOException e) {
      // The caller was killed.
    } finally {
      answer(process, code);
    }
  }

  /** Ends the script; if it was killed, this has no effect. */
  private void answer(String process, int code) {
    Path pipe = folder.resolve(process);
    try (RandomAccessFile answer = new RandomAccessFile(pipe.toFile(), "rw")) {
      answer.write((code + "\n").getBytes(StandardCharsets.US_ASCII));
      Files.delete(pipe);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> environment(Path caller) throws IOException {
    Map<String, String> environment = new HashMap<>();
    for (String variable : texts(caller.resolve("environ"))) {
      String[] parts = variable.split("=", 2);
      environment.put(parts[0], parts[1]);
    }
    return environment;
  }

  /** Texts that each end with a NUL. */
  private static List<String> texts(Path file) throws IOException {
    String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> texts = new ArrayList<>();
    int start = 0;
    for (int end = all.indexOf(0); end >= 0; end = all.indexOf(0, start)) {
      texts.add(all.substring(start, end));
      start = end + 1;
    }
    return texts;
  }

  @Override
  public void close() throws IOException {
    calls.write("close\n".getBytes(StandardCharsets.US_ASCII));
    runs.shutdown();
  }
}

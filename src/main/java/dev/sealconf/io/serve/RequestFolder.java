package dev.sealconf.io.serve;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.SystemText;
import dev.sealconf.io.World;
import dev.sealconf.io.file.FileOwner;
import dev.sealconf.io.folder.LockFolder;
import dev.sealconf.io.process.Subprocess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a server, which the launcher or the server made: a named pipe {@code request}, and
 * a pipe {@code replyN} for each of a few processes that may ask at the same time. A process that
 * asks creates {@code takenN}, writes {@code PID N}, reads {@code answering} and {@code answered},
 * and then writes {@code N}, so that another one may take the place. The answer itself goes
 * straight into the pipe that is the process's standard output, which it also has open as
 * descriptor 4. The folder never holds a secret.
 *
 * <p>The server holds all pipes open in both directions: it never waits for the other side to open
 * one, and when it ends, whoever waits for it reads an end of file.
 */
public final class RequestFolder implements AutoCloseable {
  /** What is before the process id and the start time of the process that the folder is for. */
  public static final String PREFIX = "sealconf-textconv-";

  private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]{1,18})-([0-9]{1,18})");
  private static final Pattern REQUEST = Pattern.compile("([0-9]{1,18}) ([1-9])");
  private static final int LONGEST_LINE = 64;
  private static final int PLACES = 4;

  /** Its standard output is the request pipe while the shell prints a request. */
  private static final int COPY_OF_STANDARD_OUTPUT = 4;

  private static final int OTHERS = 077;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final FileChannel request;
  private final List<FileChannel> replies = new ArrayList<>();
  private boolean removed;

  /**
   * Opens the pipes in a folder.
   *
   * @throws IOException if the folder is not one of this user alone, or has no pipes
   */
  public RequestFolder(Path folder) throws IOException {
    this.folder = folder;
    if (!isPrivate(folder)) {
      throw new IOException("not a private folder");
    }
    this.request = opened("request");
    for (int i = 1; i <= PLACES; i++) {
      replies.add(opened("reply" + i));
    }
  }

  /**
   * Makes a folder for a process, where the launcher looks for it.
   *
   * @return empty if there can't be one, or if there is one already
   */
  public static Optional<RequestFolder> create(World world, OtherProcess process) {
    Optional<Integer> user = FileOwner.ofProcess();
    Optional<Long> start = process.start();
    Optional<Path> place = place(world);
    if (user.isEmpty() || start.isEmpty() || place.isEmpty()) {
      return Optional.empty();
    }
    Path folder = place.get().resolve(PREFIX + process.id() + "-" + start.get());
    if (!LockFolder.isFirm(place.get(), user.get())) {
      return Optional.empty();
    }
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      return Optional.empty(); // the launcher has made it
    }
    return withPipes(world, folder);
  }

  private static Optional<RequestFolder> withPipes(World world, Path folder) {
    try {
      makePipes(world, folder);
      return Optional.of(new RequestFolder(folder));
    } catch (IOException | SealconfException e) {
      try {
        remove(folder);
      } catch (IOException | DirectoryIteratorException again) {
        return Optional.empty(); // another server removes it
      }
      return Optional.empty();
    }
  }

  /** Returns the first that can be written to, as in the launcher. */
  private static Optional<Path> place(World world) {
    return Stream.of(world.environment().getOrDefault("XDG_RUNTIME_DIR", ""), "/dev/shm")
        .filter(name -> name.startsWith("/") && !SystemText.isDamaged(name))
        .map(Path::of)
        .filter(folder -> folder.equals(folder.normalize()))
        .filter(folder -> Files.isDirectory(folder) && Files.isWritable(folder))
        .findFirst();
  }

  private static void makePipes(World world, Path folder) {
    List<String> command = new ArrayList<>(List.of("mkfifo", "-m", "600", folder + "/request"));
    for (int i = 1; i <= PLACES; i++) {
      command.add(folder + "/reply" + i);
    }
    new Subprocess(world, PATIENCE).exchange(command, new byte[0]);
  }

  private FileChannel opened(String name) throws IOException {
    return FileChannel.open(
        folder.resolve(name),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Answers requests, one after the other, until the folder is closed.
   *
   * @param began is called before each request
   */
  public void serve(Answering answering, Runnable began) {
    try {
      for (String line = line(); !line.isEmpty(); line = line()) {
        began.run();
        Matcher asked = REQUEST.matcher(line);
        if (asked.matches()) {
          int place = Integer.parseInt(asked.group(2));
          serve(new OtherProcess(Long.parseLong(asked.group(1))), place, answering);
        } else if (line.matches("[1-" + PLACES + "]")) {
          Files.deleteIfExists(folder.resolve("taken" + line));
        }
      }
    } catch (IOException e) {
      return; // closed, or the folder has gone: whoever asks gets no answer, and works alone
    }
  }

  /**
   * Returns the next line, byte by byte: a reader would wait for more than one. Empty at the end.
   */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    ByteBuffer next = ByteBuffer.allocate(1);
    while (request.read(next.clear()) > 0 && next.get(0) != '\n' && line.length() < LONGEST_LINE) {
      line.append((char) next.get(0));
    }
    return line.toString();
  }

  private void serve(OtherProcess process, int place, Answering answering) throws IOException {
    if (place > PLACES) {
      return;
    }
    FileChannel reply = replies.get(place - 1);
    byte[] answer;
    FileChannel output;
    try {
      answer = answering.answer(process);
      output = process.pipe(COPY_OF_STANDARD_OUTPUT);
    } catch (IOException e) {
      say(reply, "refused");
      return;
    }
    say(reply, "answering");
    try (output) {
      OtherProcess.write(output, answer);
    } catch (IOException e) {
      say(reply, "failed");
      return;
    }
    say(reply, "answered");
  }

  private static void say(FileChannel reply, String word) throws IOException {
    OtherProcess.write(reply, (word + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Removes the folders beside this one that servers left when they were killed. */
  public void removeAbandoned() {
    Path place = folder.toAbsolutePath().getParent();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(place, PREFIX + "*")) {
      for (Path other : all) {
        Matcher name = NAME.matcher(other.getFileName().toString());
        if (name.matches()
            && !new OtherProcess(Long.parseLong(name.group(1)))
                .runsSince(Long.parseLong(name.group(2)))
            && isPrivate(other)) {
          remove(other);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // another server may be removing the same ones
    }
  }

  private static boolean isPrivate(Path folder) throws IOException {
    Map<String, Object> found =
        Files.readAttributes(folder, "unix:uid,mode,isDirectory", LinkOption.NOFOLLOW_LINKS);
    return found.get("isDirectory").equals(true)
        && FileOwner.ofProcess().filter(found.get("uid")::equals).isPresent()
        && ((Integer) found.get("mode") & OTHERS) == 0;
  }

  /** There are no folders in it. */
  private static void remove(Path folder) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  /** Removes the folder. Whoever still waits for an answer reads an end of file when we end. */
  @Override
  public synchronized void close() {
    if (!removed) {
      removed = true;
      try {
        remove(folder);
      } catch (IOException | DirectoryIteratorException e) {
        return; // the next server removes it
      }
    }
  }
}

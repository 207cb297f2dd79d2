package dev.sealconf.git.filter;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.repository.GitPath;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Git's protocol for a filter that runs as long as one command of git, version 2 ({@code
 * gitattributes(5)}, long running filter process).
 */
public final class FilterProcess {
  private static final String CLIENT = "git-filter-client";
  private static final String VERSION = "version=2";
  private static final List<String> CAPABILITIES =
      List.of("capability=clean", "capability=smudge", "capability=delay");
  private static final int BUFFER = 1 << 16;

  private final PacketLines lines;
  private final BlobFilter filter;
  private final Failed failed;
  private Smudged listener = (path, stored, work) -> {};

  /** Receives failures. */
  @FunctionalInterface
  public interface Failed {
    /** Reports a failure; {@code path} is safe to print. */
    void report(String path, Throwable failure);
  }

  /** Receives the files that are decrypted. */
  @FunctionalInterface
  public interface Smudged {
    /**
     * Hears of one, before git gets it.
     *
     * @param stored the blob
     * @param work the file for the work tree
     */
    void smudged(GitPath path, byte[] stored, byte[] work);
  }

  /** Creates a filter that talks to git over these streams. */
  public FilterProcess(InputStream in, OutputStream out, BlobFilter filter, Failed failed) {
    this.lines =
        new PacketLines(new BufferedInputStream(in, BUFFER), new BufferedOutputStream(out, BUFFER));
    this.filter = filter;
    this.failed = failed;
  }

  /** Tells a listener of each file that is decrypted; returns this filter. */
  public FilterProcess telling(Smudged other) {
    listener = other;
    return this;
  }

  /**
   * Answers until git closes the stream.
   *
   * @throws SealconfException if the other side isn't git, or breaks off
   */
  public void run() {
    try (DelayedBlobs delayed = new DelayedBlobs(filter)) {
      if (greet()) {
        Optional<List<String>> request = lines.texts();
        while (request.isPresent()) {
          answer(FilterRequest.of(request.get()), delayed);
          lines.flush();
          request = lines.texts();
        }
      }
    } catch (IOException e) {
      throw new MachineFailure("git broke off its talk with the filter").from(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MachineFailure("the filter was interrupted").from(e);
    }
  }

  private boolean greet() throws IOException {
    Optional<List<String>> greeting = lines.texts();
    if (greeting.isEmpty()) {
      return false;
    }
    if (!greeting.get().contains(CLIENT) || !greeting.get().contains(VERSION)) {
      throw new MachineFailure("git speaks another version of the filter protocol")
          .hint("git 2.11 or newer is needed");
    }
    lines.writeTexts("git-filter-server", VERSION);
    lines.flush();
    List<String> offered = lines.texts().orElse(List.of());
    lines.writeTexts(CAPABILITIES.stream().filter(offered::contains).toArray(String[]::new));
    lines.flush();
    return true;
  }

  private void answer(FilterRequest request, DelayedBlobs delayed)
      throws IOException, InterruptedException {
    switch (request.command()) {
      case "clean" -> clean(request, lines.bytes());
      case "smudge" -> smudge(request, lines.bytes(), delayed);
      case "list_available_blobs" -> {
        lines.writeTexts(
            delayed.available().stream().map(path -> "pathname=" + path).toArray(String[]::new));
        lines.writeTexts("status=success");
      }
      default -> {
        lines.bytes();
        lines.writeTexts("status=abort");
      }
    }
  }

  private void clean(FilterRequest request, byte[] work) throws IOException {
    GitPath path = new GitPath(request.path());
    try {
      succeed(filter.clean(path, work));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      failed.report(Opener.shown(path), e);
      lines.writeTexts("status=error");
    }
  }

  private void smudge(FilterRequest request, byte[] stored, DelayedBlobs delayed)
      throws IOException {
    GitPath path = new GitPath(request.path());
    byte[] ready = delayed.take(request.path());
    if (ready != null) {
      succeed(ready);
    } else if (request.mayDelay() && filter.isRemote(path, stored)) {
      delayed.begin(request, stored);
      lines.writeTexts("status=delayed");
    } else {
      succeed(smudged(path, stored, request));
    }
  }

  /** What can't be decrypted is checked out as it is: a failure would end the whole checkout. */
  private byte[] smudged(GitPath path, byte[] stored, FilterRequest request) {
    try {
      byte[] work = filter.smudge(path, stored, request.blob());
      listener.smudged(path, stored, work);
      return work;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      failed.report(Opener.shown(path), e);
      return stored;
    }
  }

  private void succeed(byte[] result) throws IOException {
    lines.writeTexts("status=success");
    lines.writeBytes(result);
    lines.writeTexts(); // no change of the status
  }
}

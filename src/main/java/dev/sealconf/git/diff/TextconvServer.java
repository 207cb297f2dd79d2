package dev.sealconf.git.diff;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.io.World;
import dev.sealconf.io.process.ShutdownHooks;
import dev.sealconf.io.serve.OtherProcess;
import dev.sealconf.io.serve.RequestFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the texts for all blobs that one git command compares. git starts {@code sealconf git
 * textconv} once for each blob; the launcher has them made here, so that Java starts once. It ends
 * when git ends, or after ten seconds without a request: then all keys are wiped.
 */
public final class TextconvServer {
  private static final long IDLE_NANOS = 10_000_000_000L;
  private static final long LOOK_MS = 50;
  private final World world;
  private final OtherProcess git;
  private final long since;
  private volatile long asked = System.nanoTime();

  /**
   * For one git command.
   *
   * @param git its process id
   * @param since when it started, in the ticks of {@code /proc}
   */
  public TextconvServer(World world, long git, long since) {
    this.world = world;
    this.git = new OtherProcess(git);
    this.since = since;
  }

  /**
   * Serves until git ends.
   *
   * @param folder the folder that the launcher made
   * @throws MachineFailure if it is not there
   */
  public void run(Path folder) {
    try (RequestFolder requests = new RequestFolder(folder);
        Textconv textconv = new Textconv(world, false)) {
      Thread removal = new Thread(requests::close, "request folder");
      ShutdownHooks.add(removal);
      Thread server = new TextconvAnswers(textconv, git).serve(requests, this::wake);
      requests.removeAbandoned();
      while (git.runsSince(since) && System.nanoTime() - asked < IDLE_NANOS && server.isAlive()) {
        Thread.sleep(LOOK_MS);
      }
    } catch (IOException e) {
      throw new MachineFailure("the folder for requests can't be used").from(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wake() {
    asked = System.nanoTime();
  }
}

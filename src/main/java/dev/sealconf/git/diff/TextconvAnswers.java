package dev.sealconf.git.diff;

import dev.sealconf.document.Limits;
import dev.sealconf.io.SystemText;
import dev.sealconf.io.serve.OtherProcess;
import dev.sealconf.io.serve.RequestFolder;
import java.io.IOException;
import java.util.List;

/** Answers the processes {@code sealconf git textconv} that one git command starts. */
final class TextconvAnswers {
  private static final int ANCESTORS = 8;

  /** The descriptor under which the launcher has opened the file. */
  private static final int FILE = 5;

  private final Textconv textconv;
  private final OtherProcess git;

  TextconvAnswers(Textconv textconv, OtherProcess git) {
    this.textconv = textconv;
    this.git = git;
  }

  /**
   * Answers in a thread of its own, until the folder has gone.
   *
   * @param asked is called before and after each answer
   */
  Thread serve(RequestFolder requests, Runnable asked) {
    Thread server =
        new Thread(
            () ->
                requests.serve(
                    process -> {
                      byte[] text = answer(process);
                      asked.run();
                      return text;
                    },
                    asked),
            "textconv");
    server.setDaemon(true);
    server.start();
    return server;
  }

  private byte[] answer(OtherProcess process) throws IOException {
    List<String> words = process.words();
    int last = words.size() - 1;
    if (last < 1
        || !words.get(last - 1).equals("textconv")
        || !process.descendsFrom(git.id(), ANCESTORS)) {
      throw new IOException("not a request of this git command");
    }
    byte[] content = process.content(FILE, Limits.FILE_BYTES + 1);
    if (content.length > Limits.FILE_BYTES) {
      throw new IOException("larger than any file that is read");
    }
    try {
      return textconv.of(words.get(last).replace(SystemText.LOST, '_'), content);
    } catch (RuntimeException e) {
      throw new IOException("no text", e); // the process that asked says why
    }
  }
}

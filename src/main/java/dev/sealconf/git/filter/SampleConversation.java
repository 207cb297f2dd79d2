package dev.sealconf.git.filter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Writes what git sends to a filter. The archive for fast starts is made with it. */
public final class SampleConversation {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final PacketLines lines = new PacketLines(InputStream.nullInputStream(), sent);

  /**
   * Starts a conversation.
   *
   * @throws IOException never
   */
  public SampleConversation() throws IOException {
    lines.writeTexts("git-filter-client", "version=2");
    lines.writeTexts("capability=clean", "capability=smudge", "capability=delay");
  }

  /**
   * Asks for a file to be filtered.
   *
   * @param command {@code clean} or {@code smudge}
   * @throws IOException never
   */
  public SampleConversation ask(String command, String path, byte[] content) throws IOException {
    lines.writeTexts("command=" + command, "pathname=" + path);
    lines.writeBytes(content);
    return this;
  }

  /** Returns all that was sent. */
  public byte[] bytes() {
    return sent.toByteArray();
  }
}

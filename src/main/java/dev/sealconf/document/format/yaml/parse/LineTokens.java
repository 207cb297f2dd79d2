package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.error.SealconfException;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Finds the tokens of a text that consists mostly of simple lines, such as a sealed file. {@link
 * LineScanner} reads one entry of the root at a time; from the first entry that it can't read, the
 * scanner of SnakeYAML Engine takes over. The tokens are those that the engine alone would find,
 * but found much faster.
 */
final class LineTokens implements TokenSource {
  private final YamlSource source;
  private final LineScanner lines;
  private YamlToken next;
  private int given;
  private boolean begun;
  private EngineTokens engine;

  /** Finds the tokens of a text of plain lines. */
  LineTokens(YamlSource source) {
    this.source = source;
    this.lines = new LineScanner(source.bytes);
  }

  @Override
  public YamlToken next() {
    if (!begun) {
      begun = true;
      given++;
      return LineScanner.streamStart();
    }
    if (next == null && engine == null) {
      next = lines.entry();
      if (next == null) {
        goOn();
      }
    }
    if (next == null) {
      return engine.next();
    }
    YamlToken token = next;
    next = token.next;
    token.next = null;
    given++;
    return token;
  }

  /** Lets the engine continue with the entry that could not be read. */
  private void goOn() {
    if (lines.entryHasKey() && continues()) {
      next = lines.endsBeforeEntry();
    } else {
      engine = new EngineTokens(source);
      for (int i = 0; i < given; i++) {
        engine.next();
      }
    }
  }

  /**
   * Starts the engine at the entry. The engine takes the first key for the start of a new map, so
   * the token that starts the map is dropped.
   */
  private boolean continues() {
    try {
      engine = new EngineTokens(source, lines.entryStart(), lines.entryLine());
      engine.next();
      return engine.next().id == Token.ID.BlockMappingStart;
    } catch (SealconfException e) {
      return false; // The engine reports the error when it gets there.
    }
  }
}

package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.document.Limits;
import dev.sealconf.document.format.yaml.source.ByteIndex;
import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.error.SealconfException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/** Finds tokens with the scanner of SnakeYAML Engine. */
final class EngineTokens implements TokenSource {
  /** The minimum number of code points that the scanner reads at a time. */
  private static final int SMALLEST_BUFFER = 1024;

  /**
   * The maximum number of times that the scanner fills its buffer. It copies the start of an
   * unfinished scalar each time, so many refills would take quadratic time for long scalars.
   */
  private static final int MOST_FILLS = 16;

  private final YamlSource source;
  private final int from;
  private final int firstLine;
  private final ScannerImpl scanner;
  private final ByteIndex index;

  /** Finds the tokens of the whole text. */
  EngineTokens(YamlSource source) {
    this(source, source.begin, 0);
  }

  /**
   * Finds the tokens of the text from a line on.
   *
   * @param from the byte offset of that line
   * @param firstLine its number, from 0
   */
  EngineTokens(YamlSource source, int from, int firstLine) {
    this.source = source;
    this.from = from;
    this.firstLine = firstLine;
    this.index = new ByteIndex(source.bytes, from);
    String text = source.textFrom(from);
    try {
      LoadSettings settings = settings(text.length());
      this.scanner = new ScannerImpl(settings, new StreamReader(settings, text));
    } catch (YamlEngineException e) {
      throw unreadable(e).from(e);
    }
  }

  private static LoadSettings settings(int length) {
    return LoadSettings.builder()
        .setUseMarks(true)
        .setParseComments(false)
        .setCodePointLimit(Limits.FILE_BYTES)
        .setBufferSize(Math.max(SMALLEST_BUFFER, length / MOST_FILLS + 1))
        .build();
  }

  @Override
  public YamlToken next() {
    try {
      scanner.peekToken();
      return token(scanner.next());
    } catch (YamlEngineException e) {
      throw unreadable(e).from(e);
    }
  }

  private YamlToken token(Token scanned) {
    Mark start = scanned.getStartMark().get();
    Mark end = scanned.getEndMark().get();
    ScalarToken scalar = scanned instanceof ScalarToken found ? found : null;
    return new YamlToken(
        scanned.getTokenId(),
        index.at(start.getIndex()),
        index.at(end.getIndex()),
        start.getColumn(),
        firstLine + end.getLine(),
        end.getColumn(),
        scalar == null ? null : scalar.getValue(),
        scalar == null ? null : scalar.getStyle(),
        scanned);
  }

  private SealconfException unreadable(YamlEngineException e) {
    int offset = from;
    String what = "the text is not valid YAML";
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      offset = offset(marked.getProblemMark().get().getIndex());
    } else if (e instanceof ReaderException unprintable) {
      offset = offset(unprintable.getPosition());
      what = "the text has a character that YAML does not allow";
    } else {
      offset = 0;
    }
    return source.failure(offset, what);
  }

  private int offset(int codePoint) {
    return new ByteIndex(source.bytes, from).at(codePoint);
  }
}

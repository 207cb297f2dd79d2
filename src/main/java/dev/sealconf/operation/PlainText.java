package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import java.util.Optional;

/** The plain document of an opened file, to be edited. */
final class PlainText {
  private PlainText() {}

  static Document of(SealedInput sealed, Input input) {
    byte[] plain =
        input.format().sealedForm() == input.format()
            ? sealed.opened().plain()
            : input
                .format()
                .emit(
                    sealed.opened().tree(),
                    Optional.empty(),
                    Indent.DEFAULT);
    return input.format().read(new SourceText(input.source().name(), plain));
  }
}

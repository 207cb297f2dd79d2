package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.error.SealconfException;

/** Returns the tokens of a text one after the other. */
interface TokenSource {
  /**
   * Returns the next token. Do not call it after the end of the stream.
   *
   * @throws SealconfException with {@code COULD_NOT_READ_INPUT} if the text is not YAML
   */
  YamlToken next();
}

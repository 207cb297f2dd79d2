package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.error.SealconfException;

/** Gives the tokens of a text, one after the other. */
interface TokenSource {
  /**
   * The next token; not to be asked for behind the end of the stream.
   *
   * @throws SealconfException with {@code COULD_NOT_READ_INPUT} if the text is not YAML
   */
  YamlToken next();
}

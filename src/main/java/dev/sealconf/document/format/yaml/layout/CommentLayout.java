package dev.sealconf.document.format.yaml.layout;

import dev.sealconf.document.Layout;

/** How a comment of a YAML file was written. */
enum CommentLayout implements Layout {
  /** After a {@code #}, up to the end of the line. */
  LINE
}

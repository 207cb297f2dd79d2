/**
 * Text to tree and back, without secrets: a file's bytes, the tree of leaves and comments with
 * their byte spans, and the splices that change it. Knows nothing of keys or encryption. Formats
 * live in {@code document.format} and are found through {@link
 * dev.sealconf.document.DocumentFormats}.
 */
package dev.sealconf.document;

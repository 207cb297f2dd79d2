/**
 * Converts text to trees and back, without secrets: a file's bytes, the tree of leaves and comments
 * with their byte spans, and the splices that change it. Knows nothing about keys or encryption.
 * Formats are in {@code document.format} and are found through {@link
 * dev.sealconf.document.DocumentFormats}.
 */
package dev.sealconf.document;

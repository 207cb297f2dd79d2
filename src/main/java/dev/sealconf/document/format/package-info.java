/**
 * The formats and the code that they share. Other packages don't import formats; {@link
 * dev.sealconf.document.DocumentFormats} finds them as services.
 */
package dev.sealconf.document.format;

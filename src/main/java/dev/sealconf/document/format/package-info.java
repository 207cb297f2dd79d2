/**
 * The formats and what they share. Nobody outside imports them: they are found as services by
 * {@link dev.sealconf.document.DocumentFormats}.
 */
package dev.sealconf.document.format;

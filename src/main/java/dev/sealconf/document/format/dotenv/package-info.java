/** ENV files, in {@code DotenvFormat}: one variable per line, read as SOPS reads them. */
package dev.sealconf.document.format.dotenv;

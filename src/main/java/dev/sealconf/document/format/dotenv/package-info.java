/** ENV files, as {@code DotenvFormat}: one variable a line, read as SOPS reads them. */
package dev.sealconf.document.format.dotenv;

/** Reads and writes INI as SOPS does with the Go library {@code ini.v1}. */
package dev.sealconf.document.format.ini;

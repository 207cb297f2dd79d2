/**
 * Lists the texts in which a secret may appear in a program's output: as it is, line by line,
 * encoded or quoted. Redaction and the masks in CI logs use them.
 */
package dev.sealconf.exec.form;

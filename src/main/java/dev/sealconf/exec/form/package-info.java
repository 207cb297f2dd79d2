/**
 * The texts in which a secret may turn up in a program's output: as it is, line by line, encoded or
 * quoted. Masks in the logs of CI systems and redaction use them.
 */
package dev.sealconf.exec.form;

/**
 * Programs that are started with secrets: in their environment, or in a file that is gone when they
 * end.
 */
package dev.sealconf.exec.program;

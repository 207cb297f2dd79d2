/**
 * Starts programs with secrets and hands secrets to programs. Calls {@code session} and {@code
 * operation}, never {@code cli}.
 */
package dev.sealconf.exec;

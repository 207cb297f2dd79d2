/**
 * A sealed file as operations see it: input and output, opened content, plain content, and what can
 * be read without a key.
 */
package dev.sealconf.operation.file;

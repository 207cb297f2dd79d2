/**
 * One use case a file: bytes in, bytes out, nothing of the command line. The callers read the
 * input, and write the result where it belongs.
 */
package dev.sealconf.operation;

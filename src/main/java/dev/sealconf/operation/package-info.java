/**
 * One use case per file: bytes in, bytes out, independent of the command line. Callers read the
 * input and write the result.
 */
package dev.sealconf.operation;

/**
 * Files: reads them once, replaces them as a whole or not at all, locks them, and keeps their owner
 * and mode. Only {@code SafeFile} writes.
 */
package dev.sealconf.io.file;

package dev.sealconf.exec.program;

import dev.sealconf.exec.variable.ValueChoice;

/**
 * A value that the program gets as a file.
 *
 * @param variable the variable that will hold the file's path
 * @param value which value it is
 */
public record ValueFile(String variable, ValueChoice value) {}

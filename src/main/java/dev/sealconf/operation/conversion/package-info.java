/** Converts a tree to another format without losing anything that the format can hold. */
package dev.sealconf.operation.conversion;

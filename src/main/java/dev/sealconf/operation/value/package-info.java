/** Reads, finds and compares values and places as users give them. */
package dev.sealconf.operation.value;

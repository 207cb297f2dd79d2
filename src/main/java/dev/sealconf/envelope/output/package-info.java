/** Checks the output of an opened document: reads what is about to be printed and compares it. */
package dev.sealconf.envelope.output;

/** The way out of an opened document: what is about to be printed is read again first. */
package dev.sealconf.envelope.output;

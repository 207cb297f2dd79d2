/**
 * What rules of selection stand on: their patterns, and the comments in force at a place. Knows
 * nothing of documents or files.
 */
package dev.sealconf.envelope.rule;

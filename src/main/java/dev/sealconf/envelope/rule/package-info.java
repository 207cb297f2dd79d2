/**
 * Parts of selection rules: their patterns, and the comments that apply at a place. Knows nothing
 * of documents or files.
 */
package dev.sealconf.envelope.rule;

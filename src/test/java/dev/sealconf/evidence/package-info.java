/**
 * What shows that the program keeps its promises: a corpus, real SOPS beside it, random documents,
 * tampered and hostile files.
 */
package dev.sealconf.evidence;

/** What the guard finds: which check failed, in which version of a file, and what to do. */
package dev.sealconf.git.guard.finding;

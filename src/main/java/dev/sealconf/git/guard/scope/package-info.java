/** Which versions of files a run checks: those in the index, or those that commits add. */
package dev.sealconf.git.guard.scope;

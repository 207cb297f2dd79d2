/** The checks of one file's content. They add to the findings, and never show a value. */
package dev.sealconf.git.guard.content;

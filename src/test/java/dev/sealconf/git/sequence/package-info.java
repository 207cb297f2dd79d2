/**
 * Random sequences of git commands, beside a model that knows what every file must hold and what
 * {@code git status} must say after each of them.
 */
package dev.sealconf.git.sequence;

/**
 * The filter: what git stores for a file of the work tree ({@code clean}), and the file for what
 * git stores ({@code smudge}), so that the same file always gives the same blob. {@code docs/git.md
 * §how it works} has the rules. Used by {@code cli.git} and the packages beside it.
 */
package dev.sealconf.git.filter;

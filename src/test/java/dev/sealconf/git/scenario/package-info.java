/**
 * Real git with the program as its filter: repositories in a folder of their own, scripts of git
 * commands ({@code testdata/git}), and a search of all that git stores for plain text.
 */
package dev.sealconf.git.scenario;

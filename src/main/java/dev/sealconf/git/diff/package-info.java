/**
 * Shows encrypted files and their changes: the text that git compares ({@code textconv}), the
 * server that makes it for all blobs of one git command, and {@code sealconf diff}. Values are
 * masked unless the user asks for them. Called by {@code cli.git}.
 */
package dev.sealconf.git.diff;

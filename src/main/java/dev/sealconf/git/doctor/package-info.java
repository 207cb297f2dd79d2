/**
 * Looks for mistakes in how a repository is set up: one check in each class, which adds findings.
 * Changes nothing. Called by {@code cli.git} alone.
 */
package dev.sealconf.git.doctor;

/**
 * A git repository as git itself reports it: its folders, its index, its objects, its settings.
 * Only plumbing commands run here: none of them starts a filter or a hook, or changes the work
 * tree. Knows nothing about encryption.
 */
package dev.sealconf.git.repository;

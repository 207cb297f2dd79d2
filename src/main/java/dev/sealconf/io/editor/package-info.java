/**
 * Editors: finds the editor that the user chose, and runs it on a draft so that it leaves no copy
 * behind. Each editor is one class, discovered as a service. An editor without a class runs
 * unchanged. This package doesn't know what the draft contains.
 */
package dev.sealconf.io.editor;

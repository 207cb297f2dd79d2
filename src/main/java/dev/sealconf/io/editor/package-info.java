/**
 * Editors: finds the one that the user wants, and runs it on a draft so that it leaves no copy
 * elsewhere. One editor a class, found as a service; an editor that no class describes runs as it
 * is. What a draft means is not known here.
 */
package dev.sealconf.io.editor;

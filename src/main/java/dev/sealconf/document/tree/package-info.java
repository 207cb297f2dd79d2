/**
 * The values of a document: maps, lists, leaves and comments, each with its byte span, and the
 * paths that lead to them. Independent of any format.
 */
package dev.sealconf.document.tree;

/**
 * A server for short-lived processes of the same user, over named pipes in a private folder in
 * memory. The launcher ({@code libexec/textconv}) makes the folder and asks; a Java process
 * answers. What the requests mean is not known here.
 */
package dev.sealconf.io.serve;

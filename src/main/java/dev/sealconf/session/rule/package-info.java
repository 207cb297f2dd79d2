/** What the creation rules and overrides say of a file, and the questions about it. */
package dev.sealconf.session.rule;

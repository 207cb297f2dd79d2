/** One task a class: what a command does once its words are read. */
package dev.sealconf.session.task;

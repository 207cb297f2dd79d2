/** One class per task: what a command does after its arguments are parsed. */
package dev.sealconf.session.task;

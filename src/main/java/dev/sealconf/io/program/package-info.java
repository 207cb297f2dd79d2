/**
 * The program that a run starts for its user: found, given its environment, and put in the place of
 * this process or waited for with its signals passed on. Programs that sealconf needs itself are
 * started by {@code io.process}.
 */
package dev.sealconf.io.program;

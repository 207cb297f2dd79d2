/** Changes one file or many: what is read, where the result goes, and what failed. */
package dev.sealconf.session.batch;

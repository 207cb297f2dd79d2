/** Changes one file or many: reads them, writes the results, and reports what failed. */
package dev.sealconf.session.batch;

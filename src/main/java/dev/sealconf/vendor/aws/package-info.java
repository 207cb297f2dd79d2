/** Describes whose credentials a request to AWS uses. */
package dev.sealconf.vendor.aws;

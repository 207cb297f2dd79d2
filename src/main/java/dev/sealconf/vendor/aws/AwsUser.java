package dev.sealconf.vendor.aws;

/**
 * Whose credentials a request to AWS uses.
 *
 * @param region the region that the request goes to
 * @param profile the profile with the credentials; empty for the default
 * @param role the ARN of a role to assume with them; empty for none
 */
public record AwsUser(String region, String profile, String role) {}

package dev.sealconf.vendor.aws;

/**
 * Whose credentials a request to AWS uses.
 *
 * @param region where the request goes
 * @param profile the profile that has the credentials; empty for the usual ones
 * @param role the ARN of a role to take on with them; empty for none
 */
public record AwsUser(String region, String profile, String role) {}

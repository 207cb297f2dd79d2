package dev.sealconf.git.guard;

import dev.sealconf.git.guard.finding.Finding;
import java.util.List;

/**
 * What a run of the guard found.
 *
 * @param findings by path and line
 * @param files the paths of all files that were checked, one character for each byte, sorted
 * @param encrypted how many versions of files were encrypted
 * @param unopened the paths of encrypted files that no key opens here, so that their MAC was not
 *     checked
 */
public record Verification(
    List<Finding> findings, List<String> files, int encrypted, List<String> unopened) {}

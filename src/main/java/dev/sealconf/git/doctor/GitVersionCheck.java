package dev.sealconf.git.doctor;

import dev.sealconf.error.Printable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that git is new enough. */
final class GitVersionCheck implements Check {
  private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");
  private static final int MAJOR = 2;
  private static final int MINOR = 30;

  @Override
  public List<Finding> findings(RepositoryState state) {
    return List.of(finding(state.repository().git().line("version")));
  }

  static Finding finding(String printed) {
    Matcher version = VERSION.matcher(printed);
    boolean known = version.find();
    int major = known ? Integer.parseInt(version.group(1)) : 0;
    int minor = known ? Integer.parseInt(version.group(2)) : 0;
    return major > MAJOR || major == MAJOR && minor >= MINOR
        ? Finding.ok(Printable.plain(printed))
        : Finding.problem(
            "git is too old: " + Printable.plain(printed), "install git 2.30 or newer");
  }
}

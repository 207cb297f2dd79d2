package dev.sealconf.cli.git.setup;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.git.doctor.Doctor;
import dev.sealconf.git.doctor.Finding;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf git doctor}. */
@AutoService(GitAction.class)
public final class DoctorAction extends GitAction {

  @Override
  public String name() {
    return "git doctor";
  }

  @Override
  public int rank() {
    return 40;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Look for mistakes in how git is set up");
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf git doctor",
        "It changes nothing. The exit code is 1 if there is a problem; warnings don't count.");
  }

  @Override
  public int run(Overrides given) {
    List<Finding> findings = new Doctor(session(), given).findings();
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(finding.level().word()).append(": ").append(finding.text()).append('\n');
      finding.hints().forEach(hint -> text.append("  hint: ").append(hint).append('\n'));
    }
    new StandardStreams(session().world()).write(text.toString());
    boolean problem =
        findings.stream().anyMatch(finding -> finding.level() == Finding.Level.PROBLEM);
    return (problem ? ExitCode.GENERIC : ExitCode.OK).number();
  }
}

package dev.sealconf.git.sequence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs random steps, and looks at the result of each. */
final class Sequence {
  private static final List<Step> STEPS = steps();

  private Sequence() {}

  private static List<Step> steps() {
    List<Step> all = new ArrayList<>(FileSteps.all());
    all.addAll(HistorySteps.all());
    all.addAll(MergeSteps.all());
    return all;
  }

  /**
   * @param damaged whether the program's cache is damaged now and then
   */
  static void run(Run run, int count, boolean damaged) throws IOException {
    run.looksChanged = damaged;
    run.check(!damaged);
    int done = 0;
    while (done < count) {
      if (damaged && run.random.nextInt(3) == 0) {
        run.log.add("damage to the cache");
        new CacheDamage(run.folder, run.random).some();
      }
      if (STEPS.get(run.random.nextInt(STEPS.size())).done(run)) {
        run.check(!damaged);
        done++;
      }
    }
    for (Map.Entry<String, Commit> branch : run.model.branches.entrySet()) {
      run.git("checkout", "-q", "-f", branch.getKey());
      run.model.checkOut(branch.getValue().tree());
      run.model.branch = branch.getKey();
      run.check(!damaged);
    }
  }
}

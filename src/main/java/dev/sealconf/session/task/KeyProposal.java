package dev.sealconf.session.task;

import dev.sealconf.operation.groups.GroupChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One change of key groups and all files that it applies to.
 *
 * @param text the change as the user sees it
 * @param changes the change of each file, by file name; they differ only in what the user doesn't
 *     see, such as when a key was added
 */
record KeyProposal(String text, Map<String, GroupChange> changes) {

  /** Groups equal changes, in the order of their first files. */
  static List<KeyProposal> of(Map<String, GroupChange> changes) {
    Map<String, KeyProposal> proposals = new LinkedHashMap<>();
    changes.forEach(
        (file, change) ->
            proposals
                .computeIfAbsent(
                    GroupChangeText.of(change),
                    text -> new KeyProposal(text, new LinkedHashMap<>()))
                .changes()
                .put(file, change));
    return new ArrayList<>(proposals.values());
  }

  List<String> files() {
    return List.copyOf(changes.keySet());
  }

  /** Returns the change of the first file. */
  GroupChange change() {
    return changes.values().iterator().next();
  }
}

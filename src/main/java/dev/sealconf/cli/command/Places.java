package dev.sealconf.cli.command;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import dev.sealconf.operation.file.FileAccess;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.List;

/**
 * Lists the places in a file for shell completion. This also works for an encrypted file, because
 * its keys are readable.
 */
public final class Places {
  private static final int MOST = 2000;

  private final Session session;
  private final Overrides given;
  private final StringBuilder text = new StringBuilder();
  private int count;

  /** Reads files in this session with these overrides. */
  public Places(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /** Returns one line for each place that a path can name; nothing if the file can't be read. */
  public String of(String file) {
    try {
      Input input = session.input(given, file);
      List<MapNode> branches = FileAccess.branches(input);
      if (!branches.isEmpty()) {
        below(branches.get(0), TreePath.ROOT);
      }
    } catch (SealconfException e) {
      return "";
    }
    return text.toString();
  }

  private void below(Node node, TreePath path) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      for (Entry entry : map.entries()) {
        if (isWritable(entry.key())) {
          at(entry.value(), path.then(new TreePath.Key(entry.key())));
        }
      }
    } else if (resolved instanceof ListNode list) {
      List<Node> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        at(items.get(i), path.then(new TreePath.Index(i)));
      }
    }
  }

  private void at(Node node, TreePath path) {
    if (count++ < MOST) {
      text.append(path).append('\n');
      below(node, path);
    }
  }

  /** Returns whether a path can name the key and a shell's single quotes can hold it. */
  private static boolean isWritable(String key) {
    return key.chars().noneMatch(c -> c < ' ' || c == '[' || c == '\'' || c == '"');
  }
}

package dev.sealconf.session.rule;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.error.SealconfException;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.SealedReader;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Compares a file with an encrypted one by the names of keys, which can be read without a key. */
public final class SharedKeys {
  private final FileTypes types;

  /** Uses the file types that one command line names. */
  public SharedKeys(Session session, Overrides given) {
    this.types = new FileTypes(given, session.formats());
  }

  /** Returns whether the other file contains one of the keys; true if it can't be read. */
  public boolean in(Path other, Path encrypted) {
    try {
      Input input = types.input(encrypted.toString(), Files.readAllBytes(encrypted));
      return in(Files.readAllBytes(other), input);
    } catch (IOException e) {
      return true;
    }
  }

  /** Returns whether other bytes contain one of the keys; true if those can't be read. */
  public static boolean in(byte[] other, Input encrypted) {
    Set<String> keys = keys(encrypted);
    String text = new String(other, StandardCharsets.UTF_8);
    return keys.isEmpty() || keys.stream().anyMatch(text::contains);
  }

  private static Set<String> keys(Input encrypted) {
    Set<String> keys = new HashSet<>();
    if (!encrypted.format().encryptsWhole()) {
      try {
        SealedReader.read(encrypted).branches().forEach(branch -> add(branch, keys));
      } catch (SealconfException e) {
        return Set.of(); // damaged
      }
    }
    return keys;
  }

  private static void add(Node node, Set<String> keys) {
    if (node.resolved() instanceof MapNode map) {
      for (Entry entry : map.entries()) {
        keys.add(entry.key());
        add(entry.value(), keys);
      }
    } else if (node.resolved() instanceof ListNode list) {
      list.items().forEach(item -> add(item, keys));
    }
  }
}

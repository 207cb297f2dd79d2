package dev.sealconf.keys.providers.age.plugin;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state machine {@code recipient-v1}, which wraps file keys for one recipient. */
final class WrapSession {
  private final PluginSession session;
  private final List<List<Stanza>> wrapped = new ArrayList<>();

  private WrapSession(PluginSession session) {
    this.session = session;
  }

  /**
   * Returns the stanzas for each file key.
   *
   * @throws dev.sealconf.error.SealconfException if the plugin doesn't wrap all of them
   */
  static List<List<Stanza>> run(
      PluginName plugin, String recipient, List<SecretBytes> fileKeys, World world) {
    try (PluginSession session = PluginSession.start(plugin, "recipient-v1", world)) {
      session.send("add-recipient", recipient);
      WrapSession wrapping = new WrapSession(session);
      for (SecretBytes fileKey : fileKeys) {
        session.send(List.of("wrap-file-key"), fileKey.exposed());
        wrapping.wrapped.add(new ArrayList<>());
      }
      session.send("extension-labels");
      session.send(PluginSession.DONE);
      return wrapping.answers();
    }
  }

  private List<List<Stanza>> answers() {
    for (Optional<Stanza> next = session.next(); next.isPresent(); next = session.next()) {
      take(next.get());
    }
    if (wrapped.stream().anyMatch(List::isEmpty)) {
      throw session.failure("wrapped nothing");
    }
    return wrapped;
  }

  /**
   * Handles a stanza. Ignores labels, which say which recipients may share a file, because here
   * every recipient has its own file.
   */
  private void take(Stanza stanza) {
    switch (stanza.type()) {
      case "recipient-stanza" -> {
        List<String> arguments = stanza.arguments();
        int file = session.index(stanza, 1, wrapped.size());
        if (arguments.size() < 3) {
          throw session.broken();
        }
        wrapped.get(file).add(new Stanza(arguments.subList(2, arguments.size()), stanza.body()));
        session.send(PluginSession.OK);
      }
      case "labels" -> session.send(PluginSession.OK);
      case PluginSession.ERROR -> throw session.failure(session.error(stanza));
      default -> session.send("unsupported");
    }
  }
}

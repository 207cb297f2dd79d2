package dev.sealconf.keys.providers.age.plugin;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.FileKey;
import dev.sealconf.keys.providers.age.Stanza;
import dev.sealconf.keys.providers.age.plugin.Plugins.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The state machine {@code identity-v1}, which unwraps the file keys of several files. */
final class UnwrapSession {
  private final PluginSession session;
  private final List<Answer> answers;

  private UnwrapSession(PluginSession session, int files) {
    this.session = session;
    this.answers = new ArrayList<>(Collections.nCopies(files, new Answer(Optional.empty(), "")));
  }

  /**
   * Returns one answer for each file.
   *
   * @param identities all for the same plugin
   * @throws SealconfException if the plugin is missing or the whole session fails
   */
  static List<Answer> run(List<PluginIdentity> identities, List<List<Stanza>> files, World world) {
    PluginName plugin = identities.get(0).plugin();
    try (PluginSession session = PluginSession.start(plugin, "identity-v1", world)) {
      for (PluginIdentity identity : identities) {
        session.send("add-identity", identity.exposedText());
      }
      for (int file = 0; file < files.size(); file++) {
        for (Stanza stanza : files.get(file)) {
          List<String> arguments = new ArrayList<>(List.of("recipient-stanza", "" + file));
          arguments.addAll(stanza.arguments());
          session.send(arguments, stanza.body());
        }
      }
      session.send(PluginSession.DONE);
      return new UnwrapSession(session, files.size()).answers();
    }
  }

  private List<Answer> answers() {
    try {
      for (Optional<Stanza> next = session.next(); next.isPresent(); next = session.next()) {
        take(next.get());
      }
      return answers;
    } catch (SealconfException e) {
      answers.forEach(answer -> answer.fileKey().ifPresent(SecretBytes::close));
      throw e;
    }
  }

  private void take(Stanza stanza) {
    switch (stanza.type()) {
      case "file-key" -> {
        int file = session.index(stanza, 1, answers.size());
        if (stanza.body().length != FileKey.LENGTH || answers.get(file).fileKey().isPresent()) {
          throw session.broken();
        }
        SecretBytes fileKey = SecretBytes.owning(stanza.body());
        answers.set(file, new Answer(Optional.of(fileKey), ""));
        session.send(PluginSession.OK);
      }
      case PluginSession.ERROR -> error(stanza);
      default -> session.send("unsupported");
    }
  }

  /**
   * Records an error. An error about a stanza affects only its file; any other error fails the
   * session.
   */
  private void error(Stanza stanza) {
    String problem = session.error(stanza);
    List<String> arguments = stanza.arguments();
    if (arguments.size() < 2 || !arguments.get(1).equals("stanza")) {
      throw session.failure(problem);
    }
    answers.set(session.index(stanza, 2, answers.size()), new Answer(Optional.empty(), problem));
  }
}

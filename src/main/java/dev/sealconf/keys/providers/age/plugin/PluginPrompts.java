package dev.sealconf.keys.providers.age.plugin;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.Base64Text;
import dev.sealconf.keys.providers.age.Stanza;
import dev.sealconf.keys.spi.Passphrase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Shows a plugin's messages and questions to the person at the terminal. The plugin's text is
 * quoted.
 */
final class PluginPrompts {
  private static final byte[] NOTHING = {};
  private static final Reply FAIL = new Reply(List.of("fail"), NOTHING);

  private final PluginName plugin;
  private final World world;

  PluginPrompts(PluginName plugin, World world) {
    this.plugin = plugin;
    this.world = world;
  }

  /** A stanza to send back. */
  record Reply(List<String> arguments, byte[] body) {}

  /** Answers a stanza meant for the person. Returns empty for any other stanza. */
  Optional<Reply> answer(Stanza stanza) {
    String question = words("asks", stanza) + ":";
    return switch (stanza.type()) {
      case "msg" -> Optional.of(shown(words("says", stanza)));
      case "request-secret" -> Optional.of(typed(Passphrase.ask(world, question)));
      case "request-public" -> Optional.of(typed(line(question)));
      case "confirm" -> Optional.of(confirmed(stanza));
      default -> Optional.empty();
    };
  }

  private Reply shown(String text) {
    world.tell().say(text);
    return ok(NOTHING);
  }

  private Optional<SecretBytes> line(String prompt) {
    return world.ask().interactive()
        ? world
            .ask()
            .askLine(prompt)
            .map(line -> SecretBytes.owning(line.getBytes(StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  private static Reply typed(Optional<SecretBytes> answer) {
    return answer.map(secret -> ok(secret.exposed())).orElse(FAIL);
  }

  /**
   * Asks for confirmation. If the plugin offers no second choice, yes is the only answer; anything
   * else fails the request.
   */
  private Reply confirmed(Stanza stanza) {
    List<String> arguments = stanza.arguments();
    if (arguments.size() < 2 || !world.ask().interactive()) {
      return FAIL;
    }
    StringBuilder question = new StringBuilder(words("asks", stanza));
    question.append(" (y: ").append(choice(arguments, 1));
    if (arguments.size() > 2) {
      question.append(", n: ").append(choice(arguments, 2));
    }
    if (world.ask().confirm(question.append(')').toString())) {
      return new Reply(List.of(PluginSession.OK, "yes"), NOTHING);
    }
    return arguments.size() > 2 ? new Reply(List.of(PluginSession.OK, "no"), NOTHING) : FAIL;
  }

  private static String choice(List<String> arguments, int place) {
    return Base64Text.decode(arguments.get(place)).map(PluginPrompts::quoted).orElse("''");
  }

  private String words(String verb, Stanza stanza) {
    return Printable.plain(plugin.program()) + " " + verb + " " + quoted(stanza.body());
  }

  private static String quoted(byte[] text) {
    return Printable.quote(new String(text, StandardCharsets.UTF_8));
  }

  private static Reply ok(byte[] body) {
    return new Reply(List.of(PluginSession.OK), body);
  }
}

package dev.sealconf.keys.providers.age.plugin;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.process.Conversation;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.Stanza;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A running plugin: sends stanzas to it and receives stanzas from it. */
final class PluginSession implements AutoCloseable {
  static final String OK = "ok";
  static final String ERROR = "error";
  static final String DONE = "done";

  private static final byte[] NOTHING = {};
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PluginName plugin;
  private final PluginPrompts prompts;
  private final Conversation conversation;
  private String lastError = "";

  private PluginSession(PluginName plugin, World world, Conversation conversation) {
    this.plugin = plugin;
    this.prompts = new PluginPrompts(plugin, world);
    this.conversation = conversation;
  }

  /**
   * Starts the plugin.
   *
   * @param machine the state machine to run, such as {@code identity-v1}
   * @throws SealconfException if it can't be found or started
   */
  static PluginSession start(PluginName plugin, String machine, World world) {
    boolean debug = world.variable("AGEDEBUG").filter(value -> value.equals("plugin")).isPresent();
    List<String> command = List.of(plugin.program(), "--age-plugin=" + machine);
    try {
      return new PluginSession(plugin, world, Conversation.start(command, debug, PATIENCE, world));
    } catch (SealconfException e) {
      throw e.hint("install " + Printable.word(plugin.program()) + " in a folder of the PATH");
    }
  }

  /** Sends a stanza with no body. */
  void send(String... arguments) {
    send(List.of(arguments), NOTHING);
  }

  void send(List<String> arguments, byte[] body) {
    StringBuilder text = new StringBuilder();
    new Stanza(arguments, body).write(text);
    conversation.say(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Returns the next stanza about files, or empty once the plugin is done or has exited after an
   * error. Handles prompts for the person along the way.
   *
   * @throws SealconfException if the plugin stops early or breaks the protocol
   */
  Optional<Stanza> next() {
    while (true) {
      Optional<String> line = conversation.line();
      if (line.isEmpty() && !lastError.isEmpty()) {
        return Optional.empty();
      }
      Stanza stanza = read(line.orElseThrow(this::brokenOff));
      if (stanza.type().equals(DONE)) {
        return Optional.empty();
      }
      Optional<PluginPrompts.Reply> reply = prompts.answer(stanza);
      if (reply.isEmpty()) {
        return Optional.of(stanza);
      }
      send(reply.get().arguments(), reply.get().body());
      Arrays.fill(reply.get().body(), (byte) 0);
    }
  }

  private Stanza read(String line) {
    try {
      return Stanza.read(line, () -> conversation.line().orElseThrow(this::brokenOff));
    } catch (AgeException e) {
      throw broken().from(e);
    }
  }

  /** Records an error stanza and returns the plugin's message, quoted. */
  String error(Stanza stanza) {
    send(OK);
    lastError = "says " + Printable.quote(new String(stanza.body(), StandardCharsets.UTF_8));
    return lastError;
  }

  /** Parses an argument as a number below {@code limit}. */
  int index(Stanza stanza, int argument, int limit) {
    String text = stanza.arguments().size() > argument ? stanza.arguments().get(argument) : "";
    int index = 0;
    for (int i = 0; i < text.length() && index < limit; i++) {
      char digit = text.charAt(i);
      index = digit < '0' || digit > '9' ? limit : index * 10 + digit - '0';
    }
    if (text.isEmpty() || index >= limit) {
      throw broken();
    }
    return index;
  }

  /** Returns the failure for a plugin that breaks the protocol. */
  SealconfException broken() {
    return failure("does not follow the age plugin protocol");
  }

  private SealconfException brokenOff() {
    return failure("ended before it was done")
        .hint("AGEDEBUG=plugin shows what " + Printable.word(plugin.program()) + " prints");
  }

  /** Returns the failure of the whole session. */
  SealconfException failure(String why) {
    return new MachineFailure(Printable.quote(plugin.program()) + " " + why);
  }

  @Override
  public void close() {
    conversation.close();
  }
}

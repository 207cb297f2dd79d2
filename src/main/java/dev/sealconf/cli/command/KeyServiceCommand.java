package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.service.Doorkeeper;
import dev.sealconf.keys.service.KeyServer;
import dev.sealconf.keys.service.ServiceAddress;
import dev.sealconf.keys.service.Transport;
import dev.sealconf.session.Overrides;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code sealconf keyservice}. Runs until it is interrupted or terminated. */
@AutoService(Command.class)
public final class KeyServiceCommand extends Command {
  private static final String DEFAULT_ADDRESS = "127.0.0.1:5000";

  @Override
  public String name() {
    return "keyservice";
  }

  @Override
  public int rank() {
    return 110;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Let other programs use this machine's keys");
    spec.add(
        Options.value("NETWORK", "Where to listen: tcp (the default) or unix", "network", "net"));
    spec.add(
        Options.value(
            "ADDRESS",
            "HOST:PORT or the path of a socket; " + DEFAULT_ADDRESS + " by default",
            "address",
            "addr"));
    spec.add(Options.flag("Ask before each request", "prompt"));
    GlobalOptions.addTo(spec);
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf keyservice --network unix --address ~/.sealconf.sock --prompt",
        "sealconf decrypt --keyservice unix:///run/user/1000/keys.sock secrets.yaml");
  }

  @Override
  public int run(Overrides given) {
    World world = session().world();
    ServiceAddress address =
        ServiceAddress.listening(
            given.text("network").orElse(ServiceAddress.TCP_NETWORK),
            given.text("address").orElse(DEFAULT_ADDRESS),
            world);
    KeyServer server =
        new KeyServer(
            session().providers(),
            world,
            session().namedKeys(given),
            given.on("prompt") ? Optional.of(new Doorkeeper(world)) : Optional.empty(),
            line -> session().say(given, line));
    try (Transport.Listener listener = server.listen(address)) {
      announce(listener);
      listener.await();
      throw new MachineFailure("the key service stopped: it can't accept more connections");
    } catch (IOException e) {
      throw new MachineFailure("can't listen on " + Printable.quote(address.uri()))
          .hint("if another program is using this address, choose another --address")
          .from(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private void announce(Transport.Listener listener) {
    World world = session().world();
    if (listener.beyondThisMachine()) {
      world
          .tell()
          .warn(
              "anyone who can reach this address can use this machine's keys: requests are neither"
                  + " encrypted nor authenticated");
    }
    world.err().println("listening on " + Printable.plain(listener.address().uri()));
    world.err().flush();
  }
}

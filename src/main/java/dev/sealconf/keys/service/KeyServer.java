package dev.sealconf.keys.service;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.keys.ring.LocalKeys;
import dev.sealconf.keys.ring.NamedKeys;
import dev.sealconf.keys.ring.Reach;
import dev.sealconf.keys.service.CallFailure.Reason;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyMessage;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Lets clients use this machine's providers. Remote keys are used only if the server's own
 * configuration or environment names them, or a person approves the request.
 */
public final class KeyServer implements Transport.Handler {
  private final KeyProviders providers;
  private final World world;
  private final NamedKeys named;
  private final Optional<Doorkeeper> doorkeeper;
  private final Consumer<String> log;

  /**
   * Creates a server.
   *
   * @param named the keys that the server's environment and configuration name
   * @param doorkeeper asks a person before each request, if present
   * @param log receives each request and its result
   */
  public KeyServer(
      KeyProviders providers,
      World world,
      NamedKeys named,
      Optional<Doorkeeper> doorkeeper,
      Consumer<String> log) {
    this.providers = providers;
    this.world = world;
    this.named = named;
    this.doorkeeper = doorkeeper;
    this.log = log;
  }

  /**
   * Starts listening for requests. Commands call this instead of using {@link Transport.Handler},
   * which would load that class in every run.
   *
   * @throws IOException if it can't listen at this address
   */
  public Transport.Listener listen(ServiceAddress address) throws IOException {
    return Transport.installed().listen(address, this, world);
  }

  @Override
  public byte[] answer(Procedure procedure, byte[] bytes, Transport.Wanted wanted)
      throws CallFailure {
    Request request = request(bytes);
    String what = procedure.verb();
    try {
      MasterKey key = key(request);
      String shown = key.provider() + " " + Printable.quote(key.name());
      what += " with " + shown;
      if (doorkeeper.isPresent() && !doorkeeper.get().lets(procedure, shown, wanted)) {
        log.accept(what + ": rejected");
        throw new CallFailure(Reason.REJECTED, "Request rejected by user");
      }
      byte[] result = result(procedure, key, request.payload());
      byte[] answer = Response.encode(result);
      Arrays.fill(result, (byte) 0);
      log.accept(what + ": done");
      return answer;
    } catch (SealconfException e) {
      log.accept(what + ": failed: " + e.getMessage());
      throw new CallFailure(Reason.FAILED, words(e));
    } finally {
      Arrays.fill(request.payload(), (byte) 0);
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static Request request(byte[] bytes) throws CallFailure {
    try {
      return Request.decode(bytes);
    } catch (IOException e) {
      throw new CallFailure(Reason.MALFORMED, "the request is malformed");
    }
  }

  private MasterKey key(Request request) throws CallFailure {
    if (request.kind() == 0) {
      throw new CallFailure(Reason.NOT_FOUND, "Must provide a key");
    }
    for (KeyProvider provider : providers.all()) {
      Optional<KeyMessage> message = provider.keyMessage();
      if (message.isPresent() && message.get().kind() == request.kind()) {
        return provider.read(fields(message.get(), request));
      }
    }
    throw new CallFailure(Reason.NOT_FOUND, "Unknown key type");
  }

  private static SortedMap<String, Field> fields(KeyMessage message, Request request)
      throws CallFailure {
    try {
      return KeyFields.decode(message, request.key());
    } catch (IOException e) {
      throw new CallFailure(Reason.MALFORMED, "the key in the request is malformed");
    }
  }

  private byte[] result(Procedure procedure, MasterKey key, byte[] payload) throws CallFailure {
    LocalKeys keys =
        new LocalKeys(providers, world, Reach.ofService(world, named, doorkeeper.isPresent()));
    if (procedure == Procedure.ENCRYPT) {
      requireDataKey(payload);
      try (SecretBytes share = SecretBytes.owning(payload)) {
        return keys.wrap(share, keys.complete(key)).getBytes(StandardCharsets.UTF_8);
      }
    }
    WrappedKey wrapped = new WrappedKey(key, text(payload));
    try (SecretBytes share =
        doorkeeper.isPresent() ? keys.unwrapByNamed(wrapped) : keys.unwrap(wrapped)) {
      return share.exposed().clone();
    }
  }

  /** Refuses anything but a data key: the key service doesn't encrypt other content. */
  private static void requireDataKey(byte[] payload) throws CallFailure {
    if (payload.length != KeyRing.DATA_KEY && payload.length != KeyRing.DATA_KEY + 1) {
      throw new CallFailure(
          Reason.MALFORMED, "a data key has 32 bytes, or 33 if it is a share of one");
    }
  }

  private static String text(byte[] payload) throws CallFailure {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    } catch (CharacterCodingException e) {
      throw new CallFailure(Reason.MALFORMED, "the wrapped data key is not text");
    }
  }

  private static String words(SealconfException e) {
    return e.hints().isEmpty() ? e.getMessage() : e.getMessage() + "; try: " + e.hints().get(0);
  }
}

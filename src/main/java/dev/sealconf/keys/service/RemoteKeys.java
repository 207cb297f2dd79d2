package dev.sealconf.keys.service;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.FailureType;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.net.Network;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.ring.KeyService;
import dev.sealconf.keys.spi.KeyMessage;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * The keys of a key service. The client is loaded and connects when the first key is needed. A
 * service that doesn't answer isn't called again for a minute, so that many keys and files don't
 * each wait for it.
 */
public final class RemoteKeys implements KeyService {
  /** How long to wait before calling a service that didn't answer. */
  static final Duration REST = Duration.ofMinutes(1);

  private static final int LONGEST_WORDS = 300;

  private final ServiceAddress address;
  private final KeyProviders providers;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private Transport.Line line;
  private SealconfException silence;
  private long silentSince;

  /** Uses the service at this address. */
  public RemoteKeys(ServiceAddress address, KeyProviders providers) {
    this(address, providers, Network.REQUEST_TIMEOUT, System::nanoTime);
  }

  RemoteKeys(
      ServiceAddress address, KeyProviders providers, Duration patience, LongSupplier nanoTime) {
    this.address = address;
    this.providers = providers;
    this.patience = patience;
    this.nanoTime = nanoTime;
  }

  @Override
  public boolean asksNetwork(MasterKey key) {
    return true;
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to) {
    byte[] answer = call(Procedure.ENCRYPT, to, share.exposed());
    return new String(answer, StandardCharsets.UTF_8);
  }

  @Override
  public SecretBytes unwrap(WrappedKey key) {
    byte[] enc = key.enc().getBytes(StandardCharsets.UTF_8);
    return SecretBytes.owning(call(Procedure.DECRYPT, key.masterKey(), enc));
  }

  @Override
  public synchronized void close() {
    if (line != null) {
      line.close();
      line = null;
    }
    silence = null;
  }

  /**
   * Ends the pause. All earlier calls have finished by now, so a new line can replace the old one.
   */
  private void endRest() {
    if (silence != null && nanoTime.getAsLong() - silentSince >= REST.toNanos()) {
      close();
    }
  }

  private byte[] call(Procedure procedure, MasterKey key, byte[] payload) {
    KeyMessage message = message(procedure, key);
    byte[] fields = KeyFields.encode(message, key.fields());
    byte[] request = new Request(message.kind(), fields, payload).encoded();
    try {
      byte[] answer = line(procedure).call(procedure, request);
      byte[] content = Response.decode(answer);
      Arrays.fill(answer, (byte) 0);
      if (content.length == 0) {
        throw failure(procedure, "gave an empty answer").temporary();
      }
      return content;
    } catch (CallFailure e) {
      throw explained(procedure, e).from(e);
    } catch (IOException e) {
      throw failure(procedure, "gave an answer that is not valid").from(e).temporary();
    } finally {
      Arrays.fill(request, (byte) 0);
    }
  }

  private KeyMessage message(Procedure procedure, MasterKey key) {
    return providers
        .named(key.provider())
        .flatMap(KeyProvider::keyMessage)
        .orElseThrow(
            () ->
                failure(
                    procedure,
                    "was not asked: the protocol has no keys of the kind "
                        + Printable.quote(key.provider())));
  }

  private synchronized Transport.Line line(Procedure procedure) {
    endRest();
    if (silence != null) {
      throw silence.as(type(procedure));
    }
    if (line == null) {
      line = Transport.installed().open(address, patience);
    }
    return line;
  }

  private SealconfException explained(Procedure procedure, CallFailure e) {
    return switch (e.reason()) {
      case UNREACHABLE ->
          silent(
              failure(procedure, "can't be reached").hint("start it there: " + address.server()));
      case TOO_SLOW ->
          silent(failure(procedure, "did not answer within " + patience.toSeconds() + " seconds"));
      case NOT_FOUND -> failure(procedure, "knows no such kind of keys");
      case REJECTED -> failure(procedure, "rejected the request: its user said no");
      case MALFORMED, FAILED ->
          failure(procedure, "could not " + procedure.verb() + words(procedure, e)).temporary();
    };
  }

  /**
   * Returns the service's explanation. Leaves it out for wrapping, because the service received the
   * data key and might repeat it.
   */
  private static String words(Procedure procedure, CallFailure e) {
    if (procedure == Procedure.ENCRYPT || e.getMessage().isEmpty()) {
      return "; its own messages may say why";
    }
    String text = e.getMessage().strip();
    boolean longer = text.length() > LONGEST_WORDS;
    return ": " + Printable.quote(longer ? text.substring(0, LONGEST_WORDS) + "…" : text);
  }

  private synchronized SealconfException silent(SealconfException failure) {
    silence = failure.temporary();
    silentSince = nanoTime.getAsLong();
    return silence;
  }

  private SealconfException failure(Procedure procedure, String what) {
    return type(procedure).of("the key service " + Printable.quote(address.uri()) + " " + what);
  }

  private static FailureType type(Procedure procedure) {
    return procedure == Procedure.DECRYPT
        ? KeyFailure.NotUnwrapped::new
        : KeyFailure.NotWrapped::new;
  }
}

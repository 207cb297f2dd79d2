package dev.sealconf.vendor.google.client;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import dev.sealconf.error.Printable;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import dev.sealconf.io.file.KeyFile;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.ServiceFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the user's Google credentials, in SOPS's order: {@code GOOGLE_CREDENTIALS}, {@code
 * GOOGLE_OAUTH_ACCESS_TOKEN}, then Google's <a
 * href="https://cloud.google.com/docs/authentication/application-default-credentials">application
 * default credentials</a>.
 */
public final class CredentialSource {
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
  private static final String CREDENTIALS = "GOOGLE_CREDENTIALS";
  private static final String TOKEN = "GOOGLE_OAUTH_ACCESS_TOKEN";
  private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";
  private static final String FLAVOR = "Metadata-Flavor";
  private static final String METADATA_HOST = "GCE_METADATA_HOST";

  /** How long to wait for a metadata server that may not exist. */
  private static final int PING_MILLIS = 500;

  /**
   * How long to wait for a metadata server that the environment names, or that has accepted the
   * connection.
   */
  private static final int NAMED_PING_MILLIS = 10_000;

  private final World world;
  private final GoogleTransport transport;
  private final List<String> looked = new ArrayList<>();

  /**
   * The credentials that were found.
   *
   * @param place the place they come from, for messages
   * @param projects finds the project that they belong to; may send a request to the metadata
   *     server
   */
  public record Found(GoogleCredentials credentials, String place, Projects projects) {
    private Found(GoogleCredentials credentials, String place) {
      this(credentials, place, () -> OwnProjects.of(credentials));
    }

    /** Returns the id of the project, or empty if there is none. */
    public Optional<String> project() throws ServiceFailure {
      return projects.find();
    }
  }

  /** Finds the id of a project; empty if there is none. */
  interface Projects {
    public Optional<String> find() throws ServiceFailure;
  }

  /** Searches this world, and fetches tokens through this transport. */
  public CredentialSource(World world, GoogleTransport transport) {
    this.world = world;
    this.transport = transport;
  }

  /** Returns the first credentials found, valid for all of Google Cloud. */
  public Found find() throws ServiceFailure {
    Optional<String> credentials = world.variable(CREDENTIALS);
    if (credentials.isPresent()) {
      return named(credentials.get());
    }
    looked.add(CREDENTIALS);
    Optional<String> token = world.variable(TOKEN);
    if (token.isPresent()) {
      return new Found(GoogleCredentials.create(new AccessToken(token.get(), null)), TOKEN);
    }
    looked.add(TOKEN);
    Optional<String> file = world.variable(FILE);
    if (file.isPresent()) {
      return inFile(world.resolve(file.get()), FILE)
          .orElseThrow(() -> unreadable(FILE + ", a file that can't be read"));
    }
    looked.add(FILE);
    Optional<Path> login = gcloudFile();
    if (login.isPresent()) {
      String place = Printable.quote(login.get().toString());
      Optional<Found> found = inFile(login.get(), place);
      if (found.isPresent()) {
        return found.get();
      }
      looked.add(place);
    }
    return ofThisMachine();
  }

  /** Reads credentials from a variable that holds the path of a file or the JSON itself. */
  private Found named(String text) throws ServiceFailure {
    if (!text.stripLeading().startsWith("{")) {
      Optional<Found> found = inFile(world.resolve(path(text)), CREDENTIALS);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return parsed(text.getBytes(StandardCharsets.UTF_8), CREDENTIALS);
  }

  private static String path(String text) throws ServiceFailure {
    try {
      return Path.of(text).toString();
    } catch (InvalidPathException e) {
      throw unreadable(CREDENTIALS + ", neither a file nor JSON").from(e);
    }
  }

  private Optional<Found> inFile(Path file, String place) throws ServiceFailure {
    if (!(KeyFile.read(file, world) instanceof KeyFile.Found found)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parsed(found.content(), place));
    } finally {
      Arrays.fill(found.content(), (byte) 0);
    }
  }

  private Found parsed(byte[] json, String place) throws ServiceFailure {
    try {
      GoogleCredentials read =
          GoogleCredentials.fromStream(new ByteArrayInputStream(json), transport);
      return new Found(read.createScoped(SCOPE).createWithCustomRetryStrategy(true), place);
    } catch (IOException | RuntimeException e) {
      throw unreadable(place + ", which isn't JSON of Google credentials").from(e);
    }
  }

  private static ServiceFailure unreadable(String place) {
    return new ServiceFailure(Refusal.CREDENTIALS_REFUSED, place);
  }

  /** Returns the file that {@code gcloud auth application-default login} writes. */
  private Optional<Path> gcloudFile() {
    return world
        .variable("CLOUDSDK_CONFIG")
        .map(world::resolve)
        .or(() -> UserFolders.home(world).map(home -> home.resolve(".config/gcloud")))
        .map(folder -> folder.resolve("application_default_credentials.json"));
  }

  /** Returns the credentials of the machine's service account, if it runs at Google. */
  private Found ofThisMachine() throws ServiceFailure {
    String place = "the metadata server of this machine";
    String host = world.variable(METADATA_HOST).orElse(GoogleTransport.METADATA_ADDRESS);
    if (world.variable("NO_GCE_CHECK").filter("true"::equalsIgnoreCase).isEmpty()) {
      looked.add(place);
      if (answers(host)) {
        ComputeEngineCredentials.Builder builder = ComputeEngineCredentials.newBuilder();
        return new Found(
            builder.setHttpTransportFactory(transport).build(),
            place,
            () -> projectOfThisMachine(host, place));
      }
    }
    throw new ServiceFailure(Refusal.NO_CREDENTIALS, String.join(", ", looked));
  }

  private boolean answers(String host) {
    try {
      HttpResponse answer = metadata(host, "");
      answer.disconnect();
      return isOfGoogle(answer);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<String> projectOfThisMachine(String host, String place) throws ServiceFailure {
    try {
      HttpResponse answer = metadata(host, "/computeMetadata/v1/project/project-id");
      String text = answer.parseAsString().strip();
      if (GoogleRequests.isBusy(answer.getStatusCode())) {
        throw new ServiceFailure(Refusal.UNREACHABLE, place);
      }
      return isOfGoogle(answer) && answer.isSuccessStatusCode()
          ? Optional.of(text)
          : Optional.empty();
    } catch (IOException e) {
      throw new ServiceFailure(Refusal.UNREACHABLE, place).from(e);
    }
  }

  private static boolean isOfGoogle(HttpResponse answer) {
    return "Google".equals(answer.getHeaders().getFirstHeaderStringValue(FLAVOR));
  }

  /** Requests a path from the metadata server and returns the answer, whatever its status. */
  private HttpResponse metadata(String host, String path) throws IOException {
    boolean named = world.variable(METADATA_HOST).isPresent();
    HttpRequest ping =
        transport
            .create()
            .createRequestFactory()
            .buildGetRequest(new GenericUrl("http://" + host + path))
            .setConnectTimeout(named ? NAMED_PING_MILLIS : PING_MILLIS)
            .setReadTimeout(NAMED_PING_MILLIS)
            .setThrowExceptionOnExecuteError(false);
    ping.getHeaders().set(FLAVOR, "Google");
    return ping.execute();
  }
}

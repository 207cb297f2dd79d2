package dev.sealconf.keys.providers.kms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.ProxyFake;
import dev.sealconf.io.TestTls;
import dev.sealconf.keys.fakes.KmsFake;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host of AWS is asked, and on which way. */
final class AwsNetworkTest {
  private static final String NAMES =
      "dns:kms.eu-central-1.amazonaws.com,dns:sts.eu-central-1.amazonaws.com";

  @TempDir Path folder;

  private KmsFake kms = new KmsFake();

  @AfterEach
  void close() {
    kms.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSL_CERT_FILE", "AWS_CA_BUNDLE"})
  void callsTheHostsOfTheRegionThroughAProxyWithAPassword(String variable) {
    TestTls tls = secure();
    try (ProxyFake proxy = new ProxyFake(kms.port(), "me:secret")) {
      KmsRun run = real("http://me:secret@127.0.0.1:" + proxy.port());
      run.with(variable, tls.pem().toString());
      run.wrap(KmsFake.KEY + "+" + KmsFake.ROLE, "");

      assertThat(proxy.requests())
          .extracting(request -> request.lines().findFirst().orElseThrow())
          .contains("CONNECT sts.eu-central-1.amazonaws.com:443 HTTP/1.1")
          .contains("CONNECT kms.eu-central-1.amazonaws.com:443 HTTP/1.1");
    }
    assertThat(kms.count("Encrypt", "OK")).isEqualTo(1);
  }

  @Test
  void saysThatACertificateIsNotTrusted() {
    secure();
    try (ProxyFake proxy = new ProxyFake(kms.port(), "")) {
      SealconfException failure = real("127.0.0.1:" + proxy.port()).fails("");

      assertThat(failure).hasMessage("the certificate of AWS in eu-central-1 is not trusted");
      assertThat(failure.hints().get(0)).startsWith("export SSL_CERT_FILE=");
    }
  }

  @Test
  void prefersTheEndpointOfTheServiceOverThatOfAll() {
    KmsRun run = holder().with("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    run.with("AWS_ENDPOINT_URL_KMS", kms.address());

    assertThat(run.wrapsAs("")).isEqualTo(KmsFake.HOLDER);
  }

  @Test
  void usesTheEndpointOfTheProfile() {
    KmsRun run = holder();
    run.world().without("AWS_ENDPOINT_URL");
    run.config(
        "[profile here]\nservices = mine\naws_access_key_id = AKIAHOLDER\n"
            + "aws_secret_access_key = x\n[services mine]\nkms =\n  endpoint_url = "
            + kms.address()
            + "\n");

    assertThat(run.wrapsAs("here")).isEqualTo(KmsFake.HOLDER);
  }

  @Test
  void reportsThatTheEndpointIsNotAUrl() {
    assertThat(holder().with("AWS_ENDPOINT_URL", "not a url").fails(""))
        .hasMessage("$AWS_ENDPOINT_URL is not a URL");
  }

  private TestTls secure() {
    TestTls tls = TestTls.in(folder, NAMES);
    kms = KmsFake.over(tls.server());
    kms.address();
    return tls;
  }

  private KmsRun real(String proxy) {
    KmsRun run = holder().with("HTTPS_PROXY", proxy);
    run.world().without("AWS_ENDPOINT_URL");
    return run;
  }

  private KmsRun holder() {
    KmsRun run = KmsRun.of(kms, folder);
    kms.holder().forEach(run::with);
    return run;
  }
}

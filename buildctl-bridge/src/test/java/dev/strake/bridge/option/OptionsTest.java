package dev.strake.bridge.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.control.CacheEntry;
import dev.strake.bridge.session.RegistryTls;
import dev.strake.bridge.session.RegistryTls.KeyPair;
import dev.strake.bridge.session.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What options mean, and the reference's sentences for what means nothing. */
class OptionsTest {

  private static final Map<String, String> GITHUB =
      Map.of(
          "ACTIONS_CACHE_SERVICE_V2", "True",
          "ACTIONS_CACHE_URL", "https://github.com/test",
          "ACTIONS_RESULTS_URL", "https://github.com/testv2",
          "ACTIONS_RUNTIME_TOKEN", "bar");

  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void exportedCaches() {
    CacheOptions options = new CacheOptions(Map.of(), warnings::add);
    CacheEntry expected = new CacheEntry("registry", Map.of("ref", "example.com/foo/bar", "mode", "min"));

    assertThat(options.parseExport("--export-cache", "type=registry,ref=example.com/foo/bar")).isEqualTo(expected);
    assertThat(warnings).isEmpty();
    assertThat(options.parseExport("--export-cache", "example.com/foo/bar")).isEqualTo(expected);
    assertThat(warnings).singleElement().asString().startsWith("--export-cache <ref> is deprecated.");
  }

  @Test
  void importedCaches() {
    CacheOptions options = new CacheOptions(GITHUB, warnings::add);

    assertThat(options.parseImport("--import-cache", "type=local,src=/path/to/store"))
        .isEqualTo(new CacheEntry("local", Map.of("src", "/path/to/store")));
    assertThat(options.parseImport("--import-cache", "example.com/foo/bar"))
        .isEqualTo(new CacheEntry("registry", Map.of("ref", "example.com/foo/bar")));
    assertThat(options.parseImport("--import-cache", "type=gha,url=https://foo.bar,token=foo").attributes())
        .isEqualTo(Map.of("url", "https://foo.bar", "url_v2", "https://github.com/testv2", "token", "foo"));
    assertThat(options.parseImport("--import-cache", "type=gha,url_v2=https://foo.bar,token=foo").attributes())
        .isEqualTo(Map.of("url", "https://github.com/test", "url_v2", "https://foo.bar", "token", "foo"));
    assertThat(options.parseImport("--import-cache", "type=gha").attributes())
        .isEqualTo(
            Map.of("url", "https://github.com/test", "url_v2", "https://github.com/testv2", "token", "bar"));
    assertThatThrownBy(() -> new CacheOptions(Map.of(), warnings::add).parseImport("--import-cache", "type=gha,url=x"))
        .hasMessage("cache with type gha requires token parameter or $ACTIONS_RUNTIME_TOKEN");
    assertThatThrownBy(() -> new CacheOptions(Map.of(), warnings::add).parseImport("--import-cache", "type=gha"))
        .hasMessage("cache with type gha requires url parameter to be set");
  }

  @Test
  void secrets() throws IOException {
    Files.writeString(folder.resolve("s"), "x");
    Map<String, SecretSource> secrets =
        new SecretOptions(Map.of("B", "b"), folder)
            .parse(List.of("id=a,src=s", "id=b,env=B", "id=B", "id=s", "id=c,type=env,src=B", "id=d,type=file,source=s"));

    assertThat(secrets)
        .isEqualTo(
            Map.of(
                "a", new SecretSource.File(folder.resolve("s")),
                "b", new SecretSource.Environment("B"),
                "B", new SecretSource.Environment("B"),
                "s", new SecretSource.File(folder.resolve("s")),
                "c", new SecretSource.Environment("B"),
                "d", new SecretSource.File(folder.resolve("s"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src=s | secret missing ID",
        "id=x | failed to stat x: stat x: no such file or directory",
        "id=x,kind=y | unexpected key 'kind' in 'kind=y'",
        "id | invalid field 'id' must be a key=value pair",
        "id=x,type=vault | unsupported secret type \"vault\"",
        "id=\"x | failed to parse csv secret: parse error on line 1, column 4: bare \" in non-quoted-field",
      })
  void badSecrets(String text, String message) {
    assertThatThrownBy(() -> new SecretOptions(Map.of(), folder).parse(List.of(text)))
        .isInstanceOf(OptionException.class)
        .hasMessage(message);
  }

  @Test
  void aLargeSecretIsRefused() throws IOException {
    Files.write(folder.resolve("large"), new byte[500 * 1024 + 1]);
    assertThatThrownBy(() -> new SecretOptions(Map.of(), folder).parse(List.of("id=large")))
        .hasMessage("secret large too big. max size 500KiB");
  }

  @Test
  void sshAgents() {
    assertThat(SshOptions.Agent.parse("default")).isEqualTo(new SshOptions.Agent("default", List.of(), false));
    assertThat(SshOptions.Agent.parse("a=/x,/y")).isEqualTo(new SshOptions.Agent("a", List.of("/x", "/y"), false));
    assertThat(SshOptions.Agent.parse("a=/x,raw=true")).isEqualTo(new SshOptions.Agent("a", List.of("/x"), true));
    assertThatThrownBy(() -> SshOptions.Agent.parse("a=raw=true"))
        .hasMessage("raw mode must supply exactly one socket path for \"a\"");
    assertThatThrownBy(() -> SshOptions.Agent.parse("a=/x,raw=maybe"))
        .hasMessage("invalid value for 'raw': maybe: strconv.ParseBool: parsing \"maybe\": invalid syntax");
  }

  @ParameterizedTest
  @CsvSource({"network.host", "security.insecure", "device", "device=vendor.com/gpu=0", "'device=a,alias=b'"})
  void entitlements(String text) {
    assertThat(AllowOption.requireKnown(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo | unknown entitlement foo",
        "network.host=x | unknown entitlement network.host=x",
        "device=a,b | invalid device config \"b\"",
        "device=a,b=c | unknown device config key \"b\"",
      })
  void badEntitlements(String text, String message) {
    assertThatThrownBy(() -> AllowOption.requireKnown(text)).hasMessage(message);
  }

  @Test
  void registryTls() {
    Path ca = folder.resolve("ca");
    KeyPair pair = new KeyPair(folder.resolve("cert"), folder.resolve("key"));

    assertThat(
            registryTls(
                "host=tcp://a:1,ca=ca,cert=cert,key=key",
                "host=https://b:2,cert=cert,key=key",
                "host=c,ca=ca",
                "host=c,insecure=true"))
        .isEqualTo(
            Map.of(
                "tcp://a:1", new RegistryTls(List.of(ca), List.of(pair), false),
                "https://b:2", new RegistryTls(List.of(), List.of(pair), false),
                "c", new RegistryTls(List.of(ca), List.of(), true)));
    assertThatThrownBy(() -> registryTls("host=a,ca=ca,key=key"))
        .hasMessage("--registry-auth-tlscontext requires cert=<cert>,key=<key>");
    assertThatThrownBy(() -> registryTls("ca=ca"))
        .hasMessage("--registry-auth-tlscontext requires host=<host>");
    assertThatThrownBy(() -> registryTls("host=a"))
        .hasMessage("--registry-auth-tlscontext requires ca=<ca> or cert=<cert>,key=<key> or insecure=true");
  }

  private Map<String, RegistryTls> registryTls(String... texts) {
    RegistryTlsOptions options = new RegistryTlsOptions(folder);
    List.of(texts).forEach(options::add);
    return options.hosts();
  }
}

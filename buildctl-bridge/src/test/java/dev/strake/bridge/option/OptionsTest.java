package dev.strake.bridge.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.control.CacheEntry;
import dev.strake.bridge.control.Export;
import dev.strake.bridge.host.Streams;
import dev.strake.bridge.session.RegistryTls;
import dev.strake.bridge.session.RegistryTls.KeyPair;
import dev.strake.bridge.session.SecretSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of buildctl's flags. */
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

    assertThat(options.parseExport("type=registry,ref=example.com/foo/bar")).isEqualTo(expected);
    assertThat(warnings).isEmpty();
    assertThat(options.parseExport("example.com/foo/bar")).isEqualTo(expected);
    assertThat(warnings).singleElement().asString().startsWith("--export-cache <ref> is deprecated.");
  }

  @Test
  void importedCaches() {
    CacheOptions options = new CacheOptions(GITHUB, warnings::add);

    assertThat(options.parseImport("type=local,src=/path/to/store"))
        .isEqualTo(new CacheEntry("local", Map.of("src", "/path/to/store")));
    assertThat(options.parseImport("example.com/foo/bar"))
        .isEqualTo(new CacheEntry("registry", Map.of("ref", "example.com/foo/bar")));
    assertThat(options.parseImport("type=gha,url=https://foo.bar,token=foo").attributes())
        .isEqualTo(Map.of("url", "https://foo.bar", "url_v2", "https://github.com/testv2", "token", "foo"));
    assertThat(options.parseImport("type=gha,url_v2=https://foo.bar,token=foo").attributes())
        .isEqualTo(Map.of("url", "https://github.com/test", "url_v2", "https://foo.bar", "token", "foo"));
    assertThat(options.parseImport("type=gha").attributes())
        .isEqualTo(
            Map.of("url", "https://github.com/test", "url_v2", "https://github.com/testv2", "token", "bar"));
    assertThatThrownBy(() -> new CacheOptions(Map.of(), warnings::add).parseImport("type=gha,url=x"))
        .hasMessage("cache with type gha requires token parameter or $ACTIONS_RUNTIME_TOKEN");
    assertThatThrownBy(() -> new CacheOptions(Map.of(), warnings::add).parseImport("type=gha"))
        .hasMessage("cache with type gha requires url parameter to be set");
  }

  @Test
  void outputs() throws IOException {
    Files.createDirectory(folder.resolve("dir"));
    OutputOption option = output(false);

    assertThat(option.parse("type=image,\"name=a,b\",push=true"))
        .isEqualTo(Export.onDaemon("image", Map.of("name", "a,b", "push", "true")));
    assertThat(option.parse("type=local,dest=x,Mode=delete"))
        .isEqualTo(Export.toDirectory("local", Map.of("mode", "delete"), folder.resolve("x")));
    assertThat(option.parse("type=oci,dest=x.tar")).isEqualTo(Export.toFile("oci", Map.of(), folder.resolve("x.tar")));
    assertThat(option.parse("type=oci,tar=false,dest=x"))
        .isEqualTo(Export.toDirectory("oci", Map.of("tar", "false"), folder.resolve("x")));
    assertThat(option.parse("type=docker,tar=nonsense").destination()).isInstanceOf(Export.Destination.Stream.class);
    assertThat(option.parse("type=tar,dest=-").attributes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=x | --output requires type=<type>",
        "type=image,push | invalid value push",
        "type=image,output=x | output=x not supported for --output, you meant dest=x?",
        "type=local | invalid output option: output: output directory is required for local exporter",
        "type=oci,tar=0 | invalid output option: output: output directory is required for oci exporter",
        "type=tar,dest=dir | invalid output option: output: destination file is a directory",
        "type=image,dest=x | invalid output option: output: output x is not supported by image exporter",
        "type=tar | invalid output option: output: output file is required for tar exporter. refusing to write to"
            + " console",
        "type=o\"ci | parse error on line 1, column 7: bare \" in non-quoted-field",
      })
  void badOutputs(String text, String message) throws IOException {
    Files.createDirectory(folder.resolve("dir"));
    assertThatThrownBy(() -> output(true).parse(text)).isInstanceOf(CommandException.class).hasMessage(message);
  }

  private OutputOption output(boolean terminal) {
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(new ByteArrayOutputStream()),
            false,
            terminal,
            terminal);
    return new OutputOption(streams, folder);
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
        .isInstanceOf(CommandException.class)
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
            RegistryTlsOptions.parse(
                List.of(
                    "host=tcp://a:1,ca=ca,cert=cert,key=key",
                    "host=https://b:2,cert=cert,key=key",
                    "host=c,ca=ca",
                    "host=c,insecure=true"),
                folder))
        .isEqualTo(
            Map.of(
                "tcp://a:1", new RegistryTls(List.of(ca), List.of(pair), false),
                "https://b:2", new RegistryTls(List.of(), List.of(pair), false),
                "c", new RegistryTls(List.of(ca), List.of(), true)));
    assertThatThrownBy(() -> RegistryTlsOptions.parse(List.of("host=a,ca=ca,key=key"), folder))
        .hasMessage("--registry-auth-tlscontext requires cert=<cert>,key=<key>");
    assertThatThrownBy(() -> RegistryTlsOptions.parse(List.of("ca=ca"), folder))
        .hasMessage("--registry-auth-tlscontext requires host=<host>");
    assertThatThrownBy(() -> RegistryTlsOptions.parse(List.of("host=a"), folder))
        .hasMessage("--registry-auth-tlscontext requires ca=<ca> or cert=<cert>,key=<key> or insecure=true");
  }

  @Test
  void foldersAndOptions() {
    LocalFolders folders = new LocalFolders(folder);

    assertThat(folders.locals(List.of("context=."))).containsOnlyKeys("context");
    assertThatThrownBy(() -> folders.locals(List.of("context=nope")))
        .hasMessage("invalid local: resolve : lstat nope: no such file or directory");
    assertThatThrownBy(() -> folders.locals(List.of("context"))).hasMessage("invalid local: invalid value context");
    assertThat(folders.layouts(List.of("a=b=c"))).isEqualTo(Map.of("a", folder.resolve("b=c")));
    assertThatThrownBy(() -> folders.layouts(List.of("a")))
        .hasMessage(
            "invalid oci-layout: oci-layout option must be 'id=path/to/layout', instead had invalid a");
    assertThat(FrontendOptions.parse(List.of("a=b=c", "a=d"), Map.of("SOURCE_DATE_EPOCH", "1", "OTHER", "2"), debug -> {}))
        .isEqualTo(Map.of("a", "d", "build-arg:SOURCE_DATE_EPOCH", "1"));
    assertThatThrownBy(() -> FrontendOptions.parse(List.of("a"), Map.of(), debug -> {})).hasMessage("invalid opt: invalid value a");
  }
}

package dev.strake.bridge.recording;

import dev.strake.llb.Constraints;
import dev.strake.llb.FileAction;
import dev.strake.llb.Platform;
import dev.strake.llb.State;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with what the command lines name. */
final class Workplace implements AutoCloseable {

  /** More than a secret may have. */
  private static final int BIG = 600 * 1024;

  private static final String POLICY =
      """
      {"version":1,"rules":[
        {"action":"CONVERT","selector":{"identifier":"docker-image://*","matchType":"WILDCARD","constraints":[
          {"key":"k","value":"v","condition":"NOTEQUAL"}]},
         "updates":{"identifier":"docker-image://a","attrs":{"http.checksum":"sha256:0"}}},
        {"action":2,"selector":{"identifier":"^x"}},
        {"selector":{"identifier":"y","matchType":1}}]}
      """;

  private static final String HELPERS =
      """
      {"credsStore":"none","credHelpers":{"registry.example:5000":"works"}}
      """;

  /** Such as a program that is less strict, or stricter, than Go's reads in another way. */
  private static final Map<String, String> CONFIGS =
      Map.of(
          "more", "{\"auths\":{\"other.example\":{\"auth\":\"dTpw\"}}} x",
          "array", "[]",
          "auths", "{\"auths\":[]}",
          "number", "{\"auths\":{\"other.example\":{\"username\":\"u\",\"password\":\"p\"}},\"credsStore\":5}",
          "case", "{\"AUTHS\":{\"other.example\":{\"AUTH\":\"dTpw\"}}}",
          "inner", "{\"proxies\":{\"default\":{\"httpProxy\":[true]}},\"plugins\":{\"a\":{\"b\":{}}}}",
          "decode", "{\"credsStore\":\"works\",\"auths\":{\"other.example\":{\"auth\":\"?\"}}}",
          "blank", " \n");

  private final Path folder;
  private final ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX);

  private Workplace(Path folder) throws IOException {
    this.folder = folder;
  }

  /** Makes one in an empty folder. */
  static Workplace in(Path folder, Path certificates) throws IOException {
    Workplace made = new Workplace(folder);
    made.write("Dockerfile", "FROM scratch\nCOPY . /\n");
    made.write("empty", "");
    made.write("secret", "secret-value");
    made.write("big", "x".repeat(BIG));
    made.write("sub/file", "a file");
    made.write("old.tar", "an older and longer archive than the new one");
    Files.setPosixFilePermissions(folder.resolve("old.tar"), PosixFilePermissions.fromString("rw-rw----"));
    made.write("policy.json", POLICY);
    made.write("wrong.json", "{\"rules\":[{\"action\":\"NO SUCH\"}]}");
    made.write("config/config.json", "{\"auths\":{\"registry.example:5000\":{\"auth\":\"dXNlcjpwYXNz\"}}}");
    made.write("broken/config.json", "{\"auths\":");
    made.write("helper-missing/config.json", "{\"credsStore\":\"missing\"}");
    made.write("helper-fails/config.json", "{\"credsStore\":\"fails\"}");
    made.write("helpers/config.json", HELPERS);
    for (Map.Entry<String, String> config : CONFIGS.entrySet()) {
      made.write("configs/" + config.getKey() + "/config.json", config.getValue());
    }
    made.program("docker-credential-fails", "echo a hint >&2; echo said; exit 3");
    made.program("docker-credential-works", "cat >&2; echo '{\"Username\":\"u\",\"Secret\":\"s\"}'");
    made.program("docker-credential-none", "echo credentials not found in native keychain; exit 1");
    made.write("layout/blobs/sha256/" + "b".repeat(64), "a blob\n");
    made.write("layout/oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}");
    made.write("cache/blobs/sha256/" + "b".repeat(64), "{\"a\":1}");
    made.write("cache/blobs/sha256/" + "c".repeat(64), "another blob\n");
    made.write("cache/index.json", index());
    Files.write(folder.resolve("graph.pb"), graph());
    made.copy(
        certificates,
        "ca.pem=tls/ca.pem client.pem=tls/cert.pem client-key.pem=tls/key.pem server-key.pem=tls/rsa.pem"
            + " ed25519-key.pem=tls/ed25519.pem"
            + " ca.pem=crt/ca.crt client.pem=crt/tls.crt client-key.pem=crt/tls.key"
            + " ca.pem=mixed/ca.crt client.pem=mixed/cert.pem client-key.pem=mixed/tls.key"
            + " ca.pem=both/ca.crt other-ca.pem=both/ca.pem client.pem=both/cert.pem client-key.pem=both/key.pem"
            + " client.pem=no-ca/cert.pem client-key.pem=no-ca/key.pem"
            + " ca.pem=no-cert/ca.pem client-key.pem=no-cert/key.pem"
            + " ca.pem=no-key/ca.crt client.pem=no-key/tls.crt"
            + " ca.pem=wrong-key/ca.pem client.pem=wrong-key/cert.pem server-key.pem=wrong-key/key.pem");
    made.agent.bind(UnixDomainSocketAddress.of(folder.resolve("agent.sock")));
    made.age();
    return made;
  }

  private static String index() {
    String descriptor =
        "{\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"digest\":\"%s\",\"size\":7,\"annotations\":"
            + "{\"org.opencontainers.image.ref.name\":\"%s\"}}";
    return "{\"schemaVersion\":2,\"manifests\":["
        + descriptor.formatted(Answers.BLOB, "latest")
        + ","
        + descriptor.formatted("sha256:" + "c".repeat(64), "other")
        + "]}";
  }

  private static byte[] graph() {
    FileAction file = new FileAction.Mkfile("/a", 0644, new byte[] {'a'}, Optional.empty(), Optional.empty());
    State first = State.scratch().file(List.of(file), Constraints.NONE);
    State second = first.file(List.of(new FileAction.Rm("/a", false, false)), Constraints.NONE);
    return Marshaller.marshal(second, MarshalOptions.of(Platform.of("linux", "amd64"))).toBytes();
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void program(String name, String script) throws IOException {
    write("bin/" + name, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(folder.resolve("bin/" + name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Copies files, each written as {@code name=new/name}. */
  private void copy(Path from, String names) throws IOException {
    for (String name : names.split(" ")) {
      Path file = folder.resolve(name.substring(name.indexOf('=') + 1));
      Files.createDirectories(file.getParent());
      Files.copy(from.resolve(name.substring(0, name.indexOf('='))), file);
    }
  }

  /** Two workplaces differ in nothing, their times neither. */
  private void age() throws IOException {
    for (Path file : files()) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L));
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }

  Path folder() {
    return folder;
  }

  /** The names of all files, with what is in the small ones. */
  String contents() throws IOException {
    return files().stream()
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .map(this::content)
        .sorted()
        .collect(Collectors.joining());
  }

  private String content(Path file) {
    try {
      String name = folder.relativize(file).toString();
      Object mode = Files.getAttribute(file, "unix:mode");
      String head = "%s %o\n".formatted(name, mode);
      return name.endsWith(".pb") || Files.size(file) > BIG / 2 ? head : head + Files.readString(file) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    agent.close();
  }
}

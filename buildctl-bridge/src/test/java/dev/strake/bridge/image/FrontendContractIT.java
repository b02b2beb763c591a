package dev.strake.bridge.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.strake.bridge.image.FrontendImageExtension.Frontend;
import dev.strake.bridge.image.Programs.Outcome;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.LocalPort;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a frontend does beside compiling: statements about images, contexts from elsewhere, other frontends. Each build
 * is done by the daemon's own frontend and by the image, both for stock {@code buildctl}, and gives the same image.
 */
@ExtendWith({DaemonExtension.class, FrontendImageExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class FrontendContractIT {

  private static final String SPDX = "https://spdx.dev/Document";
  private static final int PATIENCE_SECONDS = 30;

  /** A scanner that lists files, by the protocol that BuildKit's documentation has for them. */
  private static final String SCANNER =
      """
      #!/bin/sh
      set -e
      scan() {
        files=$(cd "$1" && find . -type f | grep -v '^./bin/' | sort | tr '\\n' ' ')
        printf '{"_type":"https://in-toto.io/Statement/v0.1","predicateType":"%s","predicate":{\
      "spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","dataLicense":"CC0-1.0","name":"%s",\
      "documentNamespace":"https://example.com/s","comment":"%s",\
      "creationInfo":{"creators":["Tool: scan"],"created":"2024-01-01T00:00:00Z"}}}' \
          https://spdx.dev/Document "$2" "$files$BUILDKIT_SCAN_NOTE" > "$BUILDKIT_SCAN_DESTINATION/$2.spdx.json"
      }
      scan "$BUILDKIT_SCAN_SOURCE" "$(basename "$BUILDKIT_SCAN_SOURCE")"
      for extra in ${BUILDKIT_SCAN_SOURCE_EXTRAS:+"$BUILDKIT_SCAN_SOURCE_EXTRAS"/*}; do
        scan "$extra" "$(basename "$extra")"
      done
      """;

  /** What differs from build to build, and what tells one frontend from the other. */
  private static final Set<String> OF_ONE_BUILD =
      Set.of(
          "buildInvocationID", "invocationId", "buildStartedOn", "startedOn", "buildFinishedOn", "finishedOn",
          "digestMapping", "frontend", "dockerfileVersion");

  private Path work;
  private Frontend frontend;

  @BeforeAll
  void setUp(Frontend shared, @TempDir Path folder) {
    frontend = shared;
    work = folder;
  }

  @Test
  void aScannerRunsForEachPlatform() throws Exception {
    Path context =
        context(
            """
            ARG BUILDKIT_SBOM_SCAN_CONTEXT=true
            FROM scratch AS tools
            ARG BUILDKIT_SBOM_SCAN_STAGE=true
            COPY a.txt /tool
            FROM scratch AS unseen
            COPY b.txt /unseen
            FROM scratch
            ARG TARGETARCH
            COPY --from=tools /tool /$TARGETARCH
            COPY --from=unseen /unseen /
            """);
    try (LayoutRegistry registry = scanner()) {
      OciArchive image =
          same(
              context,
              List.of(
                  "--opt", "attest:sbom=generator=" + registry.reference() + ",NOTE=!",
                  "--opt", "platform=linux/amd64,linux/arm64"));

      List<String> found = new ArrayList<>();
      for (Map.Entry<String, Map<String, Object>> statement : image.statements()) {
        Map<String, Object> predicate = OciArchive.object(statement.getValue(), "predicate");
        assertThat(statement.getKey()).isEqualTo(SPDX);
        found.add(predicate.get("name") + ": " + predicate.get("comment"));
      }
      assertThat(found).containsExactlyInAnyOrder(
          "sbom: ./amd64 ./unseen !", "sbom-tools: ./tool !", "sbom-context: ./a.txt ./b.txt !",
          "sbom: ./arm64 ./unseen !", "sbom-tools: ./tool !", "sbom-context: ./a.txt ./b.txt !");
    }
  }

  private LayoutRegistry scanner() throws Exception {
    Path context = context("FROM scratch\nCOPY --from=base / /\nCOPY --chmod=755 scan /\nENTRYPOINT [\"/scan\"]\n");
    Files.writeString(context.resolve("scan"), SCANNER);
    List<String> base = List.of("--opt", "context:base=local:base", "--local", "base=" + frontend.base());
    OciArchive built = stock(context, base);
    return new LayoutRegistry(built.layout(), built.digest());
  }

  @Test
  void theFrontendsOwnImageWithStatements() throws Exception {
    Path archive = Files.createTempDirectory(work, "built").resolve("image.tar");
    try (LayoutRegistry registry = scanner()) {
      frontend.image().buildAgain(
          frontend.daemon().address(), archive,
          List.of(
              "--sbom=generator=" + registry.reference(), "--provenance=mode=max",
              "--annotation=org.opencontainers.image.source=https://example.com/strake"));
    }
    OciArchive image = OciArchive.unpack(archive);

    assertThat(image.platforms().getFirst())
        .extracting(manifest -> OciArchive.object(manifest, "annotations"))
        .isEqualTo(Map.of("org.opencontainers.image.source", "https://example.com/strake"));
    assertThat(image.statements()).extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(SPDX, "https://slsa.dev/provenance/v1");
    assertThat(image.statements().toString()).contains("./opt/strake/frontend.aot", "PlainCallSites");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode=min", "mode=max", "mode=max,version=v1", "mode=min,version=v0.2,builder-id=https://example.com/builder",
        "mode=max,inline-only=true", "mode=max,reproducible=true", "disabled=true"
      })
  void provenanceSaysTheSame(String options) throws Exception {
    Path context = context("FROM scratch\nARG A=1\nLABEL a=$A\nCOPY a.txt /\n");
    List<String> words = List.of("--opt", "attest:provenance=" + options, "--opt", "build-arg:A=2");
    List<Object> theirs = provenance(stock(context, words));
    List<Object> ours = provenance(ours(context, words));

    assertThat(ours).isEqualTo(theirs).hasSize(options.contains("inline-only") ? 0 : 1);
  }

  private static List<Object> provenance(OciArchive image) throws IOException {
    List<Object> predicates = new ArrayList<>();
    for (Map.Entry<String, Map<String, Object>> statement : image.statements()) {
      assertThat(statement.getKey()).startsWith("https://slsa.dev/provenance/");
      predicates.add(ofAllBuilds(OciArchive.object(statement.getValue(), "predicate")));
    }
    return predicates;
  }

  /** Without what is of one build or one frontend only, such as the frontend image among the materials. */
  private static Object ofAllBuilds(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> fields = new LinkedHashMap<>();
        map.forEach((name, field) -> {
          Object kept = ofAllBuilds(field);
          boolean told = !OF_ONE_BUILD.contains(name) && !((String) name).endsWith(FrontendImage.NAME);
          if (told && !kept.equals(FrontendImage.NAME) && !kept.equals(Map.of()) && !kept.equals(List.of())) {
            fields.put(name, kept);
          }
        });
        yield fields;
      }
      case List<?> list ->
          list.stream()
              .filter(each -> !each.toString().contains("uri=pkg:oci/strake.test/dockerfile"))
              .map(FrontendContractIT::ofAllBuilds)
              .toList();
      default -> value;
    };
  }

  @Test
  void aGitContext() throws Exception {
    Path served = Files.createTempDirectory(work, "git");
    Path repository = Files.createDirectories(served.resolve("project"));
    Files.createDirectory(repository.resolve("sub"));
    Files.writeString(repository.resolve("sub/Dockerfile"), "FROM scratch\nCOPY . /\n");
    Files.writeString(repository.resolve("sub/file"), "of git\n");
    for (String line : List.of(
        "init -q -b main", "add .", "-c user.name=x -c user.email=x@example.com commit -q -m one", "tag v1")) {
      List<String> words = new ArrayList<>(List.of("git", "-C", repository.toString()));
      words.addAll(List.of(line.split(" ")));
      assertThat(Programs.run(words).exitCode()).as(line).isZero();
    }
    LocalPort port = LocalPort.free();
    Process daemon =
        new ProcessBuilder(
                "git", "daemon", "--export-all", "--listen=127.0.0.1", "--port=" + port.number(),
                "--base-path=" + served, served.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(work.toFile(), "git-daemon.log"))
            .start();
    try {
      assertThat(port.await(daemon, PATIENCE_SECONDS)).isTrue();
      String address = "git://127.0.0.1:" + port.number() + "/project";
      for (String reference : List.of("#v1", "#main", "?branch=main")) {
        same(List.of("--opt", "context=" + address + reference, "--opt", "filename=sub/Dockerfile"));
      }
      same(context("FROM scratch\nCOPY --from=other /sub/file /\nADD " + address + "#v1 /added\n"),
          List.of("--opt", "context:other=" + address + "#main"));
      // The daemon itself cannot date a part of a repository: undated, the checkout and its copy are cached.
      List<String> part = List.of("--opt", "context=" + address + "#v1:sub");
      Object files = stock(context(""), part).config().get("rootfs");
      assertThat(ours(context(""), part).config()).containsEntry("rootfs", files);
    } finally {
      daemon.descendants().forEach(ProcessHandle::destroy);
      daemon.destroy();
      daemon.waitFor();
    }
  }

  @Test
  void contextsOverHttp() throws Exception {
    Path content = context("FROM scratch\nCOPY a.txt /\n");
    Path archive = work.resolve("context.tar.gz");
    assertThat(Programs.run(List.of("tar", "-czf", archive.toString(), "-C", content.toString(), ".")).exitCode())
        .isZero();
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(server, "/context.tar.gz", Files.readAllBytes(archive));
    serve(server, "/Dockerfile", "FROM scratch\nLABEL from=http\n".getBytes(StandardCharsets.UTF_8));
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      same(List.of("--opt", "context=" + address + "/context.tar.gz"));
      OciArchive image = same(List.of("--opt", "context=" + address + "/Dockerfile"));
      assertThat(OciArchive.object(image.config(), "config")).containsEntry("Labels", Map.of("from", "http"));
      same(context("FROM scratch\nCOPY --from=other context /\nADD " + address + "/Dockerfile /file\n"),
          List.of("--opt", "context:other=" + address + "/context.tar.gz"));
    } finally {
      server.stop(0);
    }
  }

  private static void serve(HttpServer server, String path, byte[] body) {
    server.createContext(path, exchange -> {
      try (exchange) {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : body.length);
        if (!head) {
          exchange.getResponseBody().write(body);
        }
      }
    });
  }

  @Test
  void namedContextsOfImages() throws Exception {
    Path inner = context("FROM scratch\nCOPY a.txt /inner\nENV INNER=1\nONBUILD LABEL triggered=yes\n");
    OciArchive built = stock(inner, List.of());
    Path context = context("FROM inner\nCOPY --from=second /inner /again\nCOPY --from=third a.txt /\n");
    try (LayoutRegistry registry = new LayoutRegistry(built.layout(), built.digest())) {
      OciArchive image =
          same(
              context,
              List.of(
                  "--opt", "context:inner=docker-image://" + registry.reference(),
                  "--opt", "context:second=oci-layout://store@" + built.digest(),
                  "--oci-layout", "store=" + built.layout(),
                  "--opt", "context:third=local:third", "--local", "third=" + inner));
      assertThat(OciArchive.object(OciArchive.object(image.config(), "config"), "Labels"))
          .containsEntry("triggered", "yes");
    }
  }

  /** The image is a frontend that a frontend forwards to, here itself: named in the file, and by the option. */
  @Test
  void anotherFrontend() throws Exception {
    String dockerfile = "FROM scratch\nARG A=1\nLABEL a=$A\nCOPY --from=other a.txt /x\n";
    Path other = context("");
    List<String> words =
        List.of("--opt", "build-arg:A=3", "--opt", "context:other=local:other", "--local", "other=" + other);
    String expected = dated("dockerfile.v0", context(dockerfile), words).digest();
    String reference = frontend.registry().reference();
    List<String> byOption = new ArrayList<>(words);
    byOption.addAll(List.of("--opt", "build-arg:BUILDKIT_SYNTAX=" + reference));

    assertThat(dated("gateway.v0", context("# syntax=" + reference + "\n" + dockerfile), words).digest())
        .isEqualTo(expected);
    assertThat(dated("gateway.v0", context(dockerfile), byOption).digest()).isEqualTo(expected);

    Path wrong = context("# syntax=" + reference + "\nFROM scratch\nCOPPY a b\n");
    Outcome failed = Programs.run(command("gateway.v0", wrong, List.of()));
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.output()).contains("dockerfile parse error on line 3: unknown instruction: COPPY");
  }

  /** Builds what has no folder of its own with both frontends. */
  private OciArchive same(List<String> words) throws Exception {
    return same(context(""), words);
  }

  /** Builds with both frontends; the image, which is the same. */
  private OciArchive same(Path context, List<String> words) throws Exception {
    OciArchive theirs = dated("dockerfile.v0", context, words);
    OciArchive ours = dated("gateway.v0", context, words);
    assertThat(ours.digest()).as(words.toString()).isEqualTo(theirs.digest());
    return ours;
  }

  private OciArchive stock(Path context, List<String> words) throws Exception {
    return build("dockerfile.v0", context, words, "");
  }

  private OciArchive ours(Path context, List<String> words) throws Exception {
    return build("gateway.v0", context, words, "");
  }

  /** An image that does not tell when it was built. */
  private OciArchive dated(String name, Path context, List<String> words) throws Exception {
    List<String> withTime = new ArrayList<>(words);
    withTime.addAll(List.of("--opt", "build-arg:SOURCE_DATE_EPOCH=1700000000"));
    return build(name, context, withTime, ",rewrite-timestamp=true");
  }

  private OciArchive build(String name, Path context, List<String> words, String output) throws Exception {
    Path archive = Files.createTempDirectory(work, "built").resolve("image.tar");
    List<String> command = command(name, context, words);
    command.addAll(List.of("--output", "type=oci,dest=" + archive + output));
    Outcome outcome = Programs.run(command);
    assertThat(outcome.exitCode()).as(name + " " + words + "\n" + outcome.output()).isZero();
    return OciArchive.unpack(archive);
  }

  private List<String> command(String name, Path context, List<String> words) {
    List<String> command = Programs.buildctl(frontend.daemon().address(), name, context, words);
    command.addAll(name.equals("gateway.v0") ? frontend.image().asGateway() : List.of());
    return command;
  }

  private Path context(String dockerfile) throws IOException {
    Path context = Files.createTempDirectory(work, "context");
    Files.writeString(context.resolve("Dockerfile"), dockerfile);
    Files.writeString(context.resolve("a.txt"), "a\n");
    Files.writeString(context.resolve("b.txt"), "b\n");
    return context;
  }
}

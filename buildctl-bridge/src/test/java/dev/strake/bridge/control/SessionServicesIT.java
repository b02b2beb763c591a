package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.content.OciIndex;
import dev.strake.bridge.daemon.Toolbox;
import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.session.SecretSource;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.session.SshSource;
import dev.strake.bridge.session.Surroundings;
import dev.strake.bridge.session.UploadSource;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a build asks of this side: layouts, uploads, agents, sockets; and exports of each type. */
@ExtendWith(DaemonExtension.class)
@Timeout(90)
class SessionServicesIT {

  private static final Pattern LIBRARY = Pattern.compile("(/\\S+)");

  /** Without it an export holds the second in which it was made. */
  private static final String EPOCH = "source-date-epoch";

  @TempDir Path folder;
  private String address;

  @BeforeEach
  void address(TestDaemon daemon) {
    address = daemon.address();
  }

  @Test
  void aLayoutIsExportedAndBuiltFrom() throws Exception {
    Path layout = folder.resolve("layout");
    solve(
        build("FROM scratch\nCOPY . /\nRUN echo first > /first\n", Builds.base())
            .export(Export.toDirectory("oci", Map.of("tar", "false", "name", "app.example/base:1"), layout)));
    assertThat(new OciIndex(layout).find("app.example/base:1")).isPresent();
    assertThat(layout.resolve("ingest")).doesNotExist();
    assertThat(run("skopeo", "inspect", "oci:" + layout + ":1")).contains("\"Layers\"");

    Path out = folder.resolve("out");
    String digest = new OciIndex(layout).find("1").orElseThrow().digest().toString();
    SolveSpec.Builder second =
        build(
                "FROM base AS run\nRUN cat /first > /second\nFROM scratch\nCOPY --from=run /second /\n",
                folder,
                session -> session.ociLayout("mine", layout))
            .option("context:base", "oci-layout://mine@" + digest)
            .export(Export.toDirectory("local", Map.of(), out));
    solve(second);
    assertThat(out.resolve("second")).hasContent("first");
  }

  @Test
  void anArchiveIsTheContext() throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY file /\n");
    Files.writeString(context.resolve("file"), "from an archive");
    Path archive = folder.resolve("context.tar");
    run("tar", "-C", context.toString(), "-cf", archive.toString(), ".");
    UploadSource upload = UploadSource.of(Files.newInputStream(archive));
    Path out = folder.resolve("out");

    solve(
        SolveSpec.ofFrontend("dockerfile.v0")
            .option("context", upload.url())
            .session(SessionSpec.builder().upload(upload).build())
            .export(Export.toDirectory("local", Map.of(), out)));

    assertThat(out.resolve("file")).hasContent("from an archive");
  }

  @Test
  void stepsTalkToAnAgent() throws Exception {
    Path keys = Files.createDirectory(folder.resolve("keys"));
    List<String> publicKeys = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (String type : List.of("ed25519", "rsa", "ecdsa")) {
      Path key = keys.resolve(type);
      run("ssh-keygen", "-q", "-t", type, "-N", "", "-C", "", "-f", key.toString());
      files.add(key);
      publicKeys.add(Files.readString(keys.resolve(type + ".pub")).strip());
    }
    SshSource inProcess = SshSource.of("", files.stream().map(Path::toString).toList(), false, Surroundings.ofProcess());
    assertThat(listedIn(inProcess)).containsExactlyElementsOf(publicKeys);

    Path socket = folder.resolve("agent.sock");
    Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
    try {
      while (!Files.exists(socket)) {
        Thread.sleep(10);
      }
      String add = "SSH_AUTH_SOCK='" + socket + "' ssh-add -q '" + files.getFirst() + "'";
      run("sh", "-c", add);
      Surroundings user = new Surroundings(folder, Map.of("SSH_AUTH_SOCK", socket.toString()));
      SshSource real = SshSource.of("", List.of(), false, user);
      assertThat(listedIn(real)).containsExactly(publicKeys.getFirst());
    } finally {
      agent.destroy();
      agent.waitFor();
    }
    Files.deleteIfExists(socket);
    SshSource gone = new SshSource.Agent(socket);
    assertThatThrownBy(() -> listedIn(gone)).hasMessageContaining("did not complete successfully");
  }

  /** The keys that {@code ssh-add} sees in a step, which also has the agent sign, and may not delete the keys. */
  private List<String> listedIn(SshSource source) throws Exception {
    Path tools = folder.resolve("tools");
    if (!Files.exists(tools)) {
      Files.createDirectory(tools);
      for (String program : List.of("/usr/bin/ssh-add", "/usr/bin/ssh-keygen")) {
        copyWithLibraries(tools, Path.of(program));
      }
    }
    Path out = Files.createTempDirectory(folder, "out");
    String script =
        "ssh-add -L > /keys && ! ssh-add -D 2>/dev/null && ssh-add -L | head -1 > /key.pub"
            + " && echo message > /message && echo root:x:0:0:root:/root:/bin/sh > /etc/passwd"
            + " && ssh-keygen -q -Y sign -n file -f /key.pub /message";
    solve(
        build(
                "FROM scratch AS run\nCOPY --from=base . /\nCOPY . /\nRUN mkdir -p /etc /root /dev && touch /root/"
                    + System.nanoTime()
                    + "\nRUN --mount=type=ssh "
                    + script
                    + "\nFROM scratch\nCOPY --from=run /keys /message /message.sig /key.pub /\n",
                tools,
                session -> session.ssh("", source).local("base", Builds.base()))
            .option("context:base", "local:base")
            .export(Export.toDirectory("local", Map.of(), out)));
    Path signers = Files.writeString(folder.resolve("signers"), "me " + Files.readString(out.resolve("key.pub")));
    assertThat(
            run(
                "sh",
                "-c",
                "ssh-keygen -Y verify -n file -I me -f '%s' -s '%s' < '%s'"
                    .formatted(signers, out.resolve("message.sig"), out.resolve("message"))))
        .contains("Good \"file\" signature");
    // Without the comment that a real agent keeps.
    return Files.readAllLines(out.resolve("keys")).stream()
        .map(line -> line.replaceFirst("^(\\S+ \\S+).*", "$1"))
        .toList();
  }

  private static void copyWithLibraries(Path root, Path program) throws Exception {
    Matcher libraries = LIBRARY.matcher(run("ldd", program.toString()));
    copy(root, program);
    while (libraries.find()) {
      Path library = Path.of(libraries.group(1));
      if (Files.exists(library)) {
        copy(root, library);
      }
    }
  }

  private static void copy(Path root, Path file) throws IOException {
    Path target = root.resolve(Path.of("/").relativize(file));
    Files.createDirectories(target.getParent());
    if (!Files.exists(target)) {
      Files.copy(file, target);
    }
  }

  @Test
  void exportsAreThoseOfTheReference() throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(context.resolve("file"), "content");
    Files.createSymbolicLink(context.resolve("link"), Path.of("file"));
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY file link /sub/\n");
    for (String type : List.of("oci", "docker", "tar")) {
      Path ours = folder.resolve("ours." + type);
      Path theirs = folder.resolve("theirs." + type);
      solve(dockerfile(context).export(Export.toFile(type, Map.of("name", "app.example/it:1", EPOCH, "1"), ours)));
      reference(context, "type=" + type + ",name=app.example/it:1,source-date-epoch=1,dest=" + theirs);
      assertThat(Files.mismatch(ours, theirs)).as(type).isEqualTo(-1);
    }
    assertThat(run("skopeo", "inspect", "oci-archive:" + folder.resolve("ours.oci"))).contains("\"Layers\"");
    for (String options : List.of("", ",platform-split=true", ",mode=delete")) {
      Path ours = Files.createTempDirectory(folder, "ours");
      Path theirs = Files.createTempDirectory(folder, "theirs");
      for (Path out : List.of(ours, theirs)) {
        Files.writeString(out.resolve("old"), "old");
      }
      solve(dockerfile(context).export(Export.toDirectory("local", attributes(options), ours)));
      reference(context, "type=local,dest=" + theirs + options);
      assertThat(tree(ours)).as(options).isEqualTo(tree(theirs)).isNotEmpty();
    }
    Path ours = folder.resolve("ours.layout");
    Path theirs = folder.resolve("theirs.layout");
    solve(dockerfile(context).export(Export.toDirectory("oci", Map.of("tar", "false", EPOCH, "1"), ours)));
    reference(context, "type=oci,tar=false,source-date-epoch=1,dest=" + theirs);
    // The reference leaves the folder of what it has written behind.
    Files.deleteIfExists(theirs.resolve("ingest"));
    assertThat(tree(ours)).isEqualTo(tree(theirs));
    assertThat(Files.mismatch(ours.resolve("index.json"), theirs.resolve("index.json"))).isEqualTo(-1);
  }

  private static Map<String, String> attributes(String options) {
    String[] pair = options.isEmpty() ? new String[0] : options.substring(1).split("=");
    return pair.length == 0 ? Map.of() : Map.of(pair[0], pair[1]);
  }

  private SolveSpec.Builder dockerfile(Path context) {
    return SolveSpec.ofFrontend("dockerfile.v0")
        .session(
            SessionSpec.builder()
                .sharedKey(folder.toString())
                .local("context", context)
                .local("dockerfile", context)
                .build());
  }

  private void reference(Path context, String output) throws Exception {
    String options = " build --progress=quiet --frontend dockerfile.v0 --local context='%1$s' --local dockerfile='%1$s'";
    run("sh", "-c", "buildctl --addr '" + address + "'" + options.formatted(context) + " --output '" + output + "'");
  }

  private static List<String> tree(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(path -> !path.equals(root)).sorted().toList()) {
        int mode = (Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        String content = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? " " + Files.size(file) : "";
        lines.add(root.relativize(file) + " " + Integer.toOctalString(mode) + content);
      }
      return lines;
    }
  }

  @Test
  void aSecretIsShownNowhere() throws Exception {
    String word = "s3cret-" + System.nanoTime();
    Path file = Files.writeString(folder.resolve("secret"), word);
    List<Object> seen = new ArrayList<>();
    String mounts = "RUN --mount=type=secret,id=a --mount=type=secret,id=b test -s /run/secrets/a && ";
    for (String command : List.of("true", "false")) {
      SolveSpec spec =
          build(
                  "FROM scratch\nCOPY . /\n" + mounts + command + " " + System.nanoTime() + "\n",
                  Builds.base(),
                  session ->
                      session
                          .secret("a", new SecretSource.File(file))
                          .secret("b", new SecretSource.Value(word.getBytes(StandardCharsets.UTF_8))))
              .export(Export.toFile("oci", Map.of(), folder.resolve("image.tar")))
              .build();
      seen.add(spec);
      try (DaemonClient client = client()) {
        seen.add(client.solve(spec, seen::addAll).await());
      } catch (RuntimeException failure) {
        seen.add(failure.toString());
      }
    }
    assertThat(seen).hasSizeGreaterThan(4);
    assertThat(seen.toString()).doesNotContain(word);
    assertThat(Files.readString(folder.resolve("image.tar"), StandardCharsets.ISO_8859_1)).doesNotContain(word);
  }

  private interface Additions {
    void to(SessionSpec.Builder session) throws Exception;
  }

  private SolveSpec.Builder build(String dockerfile, Path context) throws Exception {
    return build(dockerfile, context, session -> {});
  }

  private SolveSpec.Builder build(String dockerfile, Path context, Additions additions) throws Exception {
    Path place = Files.createTempDirectory(folder, "dockerfile");
    Files.writeString(place.resolve("Dockerfile"), dockerfile);
    SessionSpec.Builder session =
        SessionSpec.builder().sharedKey(place.toString()).local("context", context).local("dockerfile", place);
    additions.to(session);
    return SolveSpec.ofFrontend("dockerfile.v0").session(session.build());
  }

  private void solve(SolveSpec.Builder spec) throws Exception {
    try (DaemonClient client = client()) {
      client.solve(spec.build(), ProgressListener.none()).await();
    }
  }

  private DaemonClient client() {
    return DaemonClient.connect(DaemonAddress.parse(address));
  }

  private static String run(String... words) throws Exception {
    StringBuilder output = new StringBuilder();
    Map<String, String> path = Map.of("PATH", Toolbox.of(Host.current()).searchPath());
    int code = Command.of(words).with(path).run(line -> output.append(line).append('\n'));
    assertThat(code).as("%s: %s", String.join(" ", words), output).isZero();
    return output.toString();
  }
}

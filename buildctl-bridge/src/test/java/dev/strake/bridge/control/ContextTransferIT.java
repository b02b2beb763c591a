package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.llb.LocalOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A local folder goes to a real daemon and comes back as it was. */
@ExtendWith(DaemonExtension.class)
@Timeout(180)
class ContextTransferIT {

  private static final String SEEN = "unix:mode,size,nlink,lastModifiedTime";

  @TempDir Path folder;

  @Test
  void oddFilesComeBackAsTheyWere(TestDaemon daemon) throws Exception {
    Path context = oddFiles();

    Path out = roundTrip(daemon, context, LocalOptions.NONE);

    assertThat(describe(out)).isEqualTo(describe(context));
  }

  @Test
  void tenThousandFilesComeBackAsTheyWere(TestDaemon daemon) throws Exception {
    Path context = folder.resolve("context");
    for (int i = 0; i < 100; i++) {
      Path part = Files.createDirectories(context.resolve("part" + i));
      for (int j = 0; j < 100; j++) {
        Files.writeString(part.resolve("file" + j), "content " + i + " " + j);
      }
    }

    Path out = roundTrip(daemon, context, LocalOptions.NONE);

    assertThat(describe(out)).hasSize(10_100).isEqualTo(describe(context));
    assertThat(out.resolve("part42/file99")).hasContent("content 42 99");
  }

  @Test
  void aLargeFileComesBackAsItWas(TestDaemon daemon) throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    byte[] large = new byte[40 * 1024 * 1024 + 7];
    new Random(4711).nextBytes(large);
    Files.write(context.resolve("large"), large);

    Path out = roundTrip(daemon, context, LocalOptions.NONE);

    assertThat(Files.mismatch(context.resolve("large"), out.resolve("large"))).isEqualTo(-1);
  }

  @Test
  void patternsChooseWhatIsSent(TestDaemon daemon) throws Exception {
    Path context = oddFiles();

    assertThat(
            describe(roundTrip(daemon, context, LocalOptions.NONE.withIncludePatterns(List.of("sub/deep")))).keySet())
        .containsExactly("sub", "sub/deep", "sub/deep/file", "sub/deep/other");
    assertThat(
            describe(roundTrip(daemon, context, LocalOptions.NONE.withFollowPaths(List.of("link/fi*")))).keySet())
        .containsExactly("link", "sub", "sub/deep", "sub/deep/file");
    assertThat(
            describe(
                    roundTrip(
                        daemon, context, LocalOptions.NONE.withExcludePatterns(List.of("*", "!ünï/ß*"))))
                .keySet())
        .containsExactly("ünï", "ünï/ß😀");
  }

  private Path oddFiles() throws IOException {
    Path context = Files.createDirectory(folder.resolve("context"));
    for (String name : List.of("empty", "sub/deep", "sp ace", "ünï", "a", "a-b")) {
      Files.createDirectories(context.resolve(name));
    }
    for (String name : List.of("sub/deep/file", "ünï/ß😀", "ünï/\uFA0E", "a/x", "a-b/x", "a.b", "b*c?[d]", "zero")) {
      Files.writeString(context.resolve(name), name);
    }
    Files.setAttribute(context.resolve("zero"), "unix:mode", 0);
    Files.setAttribute(context.resolve("a.b"), "unix:mode", 04755);
    Files.setAttribute(context.resolve("empty"), "unix:mode", 01777);
    Files.createSymbolicLink(context.resolve("link"), Path.of("sub/deep"));
    Files.createSymbolicLink(context.resolve("absolute"), Path.of("/etc/hostname"));
    Files.createSymbolicLink(context.resolve("dangling"), Path.of("nowhere"));
    Files.createLink(context.resolve("sub/deep/other"), context.resolve("a/x"));
    return context;
  }

  /** With a key of its own, for the daemon would else update the folder of an earlier transfer. */
  private Path roundTrip(TestDaemon daemon, Path context, LocalOptions options) throws Exception {
    Path out = Files.createTempDirectory(folder, "out");
    try (DaemonClient client = DaemonClient.connect(DaemonAddress.parse(daemon.address()))) {
      client
          .solve(
              SolveSpec.ofGraph(Builds.local("context", options))
                  .session(SessionSpec.builder().sharedKey(out.toString()).local("context", context).build())
                  .export(Export.toDirectory("local", Map.of(), out))
                  .build(),
              ProgressListener.none())
          .await();
    }
    return out;
  }

  /** By path: type and mode, a link's target or else the time, a file's size and number of names. */
  private static Map<String, String> describe(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(path -> !path.equals(root)).toList()) {
        Map<String, Object> seen = Files.readAttributes(file, SEEN, LinkOption.NOFOLLOW_LINKS);
        String text = Integer.toOctalString((Integer) seen.get("mode"));
        if (Files.isSymbolicLink(file)) {
          text += " -> " + Files.readSymbolicLink(file);
        } else {
          text += " " + seen.get("lastModifiedTime");
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          text += " " + seen.get("size") + " " + seen.get("nlink");
        }
        files.put(root.relativize(file).toString(), text);
      }
    }
    return files;
  }
}

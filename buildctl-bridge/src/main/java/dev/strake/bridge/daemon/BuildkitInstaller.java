package dev.strake.bridge.daemon;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.HostFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings buildkitd and buildctl into a folder: built by Go where there is a new enough one, from the official release
 * archive otherwise. Go comes first because it checks every source against the checked-in go.sum and serves every
 * architecture.
 */
final class BuildkitInstaller {

  static final String VERSION = "v0.32.2";

  /** What BuildKit's own go.mod asks for. */
  static final String GO_VERSION = "1.26.3";

  private static final List<String> PROGRAMS = List.of("buildkitd", "buildctl");
  private static final Pattern GO_REPORT = Pattern.compile("go version go(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");
  private static final int TAIL_LINES = 8;

  private final Host host;
  private final Consumer<String> notices;

  BuildkitInstaller(Host host, Consumer<String> notices) {
    this.host = host;
    this.notices = notices;
  }

  /** Installs both programs into {@code bin}. */
  void install(Path bin) throws IOException, InterruptedException, HostFailure {
    Files.createDirectories(bin);
    Optional<Path> go = goToolchain(host);
    if (go.isPresent()) {
      buildWithGo(go.get(), bin);
    } else {
      notices.accept("no Go " + GO_VERSION + " or newer here: fetching BuildKit's release archive " + VERSION);
      new BuildkitArchive(VERSION, host.httpsProxy()).installInto(bin, PROGRAMS);
    }
  }

  private void buildWithGo(Path go, Path bin) throws IOException, InterruptedException, HostFailure {
    notices.accept("building buildkitd " + VERSION + " with " + go + " (some minutes)");
    Path work = Files.createTempDirectory(bin, ".build");
    try {
      for (String file : List.of("go.mod", "go.sum")) {
        try (InputStream resource = BuildkitInstaller.class.getResourceAsStream("tools/" + file)) {
          Files.copy(resource, work.resolve(file));
        }
      }
      for (String program : PROGRAMS) {
        run(goBuild(go, work, program));
        Files.move(work.resolve(program), bin.resolve(program), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (String file : List.of("go.mod", "go.sum", "buildkitd", "buildctl")) {
        Files.deleteIfExists(work.resolve(file));
      }
      Files.deleteIfExists(work);
    }
  }

  private static Command goBuild(Path go, Path work, String program) {
    List<String> words = new ArrayList<>(List.of(go.toString(), "build", "-trimpath", "-buildvcs=false", "-ldflags"));
    words.add("-s -w -X github.com/moby/buildkit/version.Version=" + VERSION);
    words.addAll(List.of("-o", program, "github.com/moby/buildkit/cmd/" + program));
    return Command.of(words).in(work).with(Map.of("CGO_ENABLED", "0", "GOWORK", "off", "GOFLAGS", "-mod=readonly"));
  }

  private void run(Command command) throws IOException, InterruptedException, HostFailure {
    Deque<String> tail = new ArrayDeque<>();
    int exitCode =
        command.run(
            line -> {
              tail.addLast(line);
              if (tail.size() > TAIL_LINES) {
                tail.removeFirst();
              }
            });
    if (exitCode != 0) {
      throw new HostFailure(DaemonDiagnostics.commandFailed(command.toString(), exitCode, List.copyOf(tail)));
    }
  }

  /** Go, where there is one that is new enough. */
  static Optional<Path> goToolchain(Host host) throws IOException, InterruptedException {
    Optional<Path> go = host.program("go", List.of(Path.of("/usr/local/go/bin")));
    if (go.isEmpty()) {
      return go;
    }
    List<String> lines = new ArrayList<>();
    Command.of(go.get().toString(), "version").run(lines::add);
    return go.filter(program -> lines.stream().anyMatch(BuildkitInstaller::isNewEnough));
  }

  /** Whether {@code go version} reports one that builds BuildKit. */
  static boolean isNewEnough(String report) {
    Matcher version = GO_REPORT.matcher(report);
    if (!version.matches()) {
      return false;
    }
    int minor = Integer.parseInt(version.group(2));
    int patch = version.group(3) == null ? 0 : Integer.parseInt(version.group(3));
    return version.group(1).equals("1") && (minor > 26 || minor == 26 && patch >= 3);
  }
}

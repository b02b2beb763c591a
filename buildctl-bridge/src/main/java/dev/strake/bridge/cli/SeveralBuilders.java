package dev.strake.bridge.cli;

import dev.strake.bridge.builders.BuilderFailed;
import dev.strake.bridge.builders.BuilderFile;
import dev.strake.bridge.builders.IndexBuild;
import dev.strake.bridge.builders.Share;
import dev.strake.bridge.control.Export;
import dev.strake.bridge.control.SolveOutcome;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.progress.ProgressDisplay;
import dev.strake.bridge.session.RegistryLogin;
import dev.strake.bridge.trace.CommandTrace;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code --builder}: has several daemons build what is asked of one. */
final class SeveralBuilders {

  private static final Pattern FOR_PLATFORM = Pattern.compile("annotation-[a-z-]+\\[([^]]+)]\\..*");

  private final Session session;
  private final CommandTrace trace;
  private final List<Platform> platforms;
  private final List<Share> shares;

  private SeveralBuilders(Session session, CommandTrace trace, List<Platform> platforms, List<Share> shares) {
    this.session = session;
    this.trace = trace;
    this.platforms = platforms;
    this.shares = shares;
  }

  /**
   * Reads the builders' file.
   *
   * @param wanted the platforms that were asked for; where it is empty, those of the file are put there
   */
  static SeveralBuilders read(Session session, CommandTrace trace, Path file, List<String> wanted)
      throws HostFailure {
    BuilderFile builders = BuilderFile.read(file);
    if (wanted.isEmpty()) {
      builders.platforms().stream().map(Platforms::formatAll).forEach(wanted::add);
    }
    List<Platform> platforms = new ArrayList<>();
    for (String text : wanted) {
      try {
        platforms.add(Platforms.normalize(Platforms.parse(text, Platforms.local())));
      } catch (IllegalArgumentException e) {
        throw new UsageException("--platform: " + e.getMessage(), "write a platform such as linux/arm64");
      }
    }
    return new SeveralBuilders(session, trace, platforms, builders.assign(platforms));
  }

  SolveOutcome run(BuildRequest request, ProgressDisplay display)
      throws BuilderFailed, HostFailure, IOException, InterruptedException {
    IndexBuild build =
        new IndexBuild(
            shares, platforms, DaemonConnector.options(trace), (share, export) -> spec(request, share, export));
    try (ShownBuild shown = new ShownBuild(session, display)) {
      requireShareable(request);
      Map<String, String> response =
          build.run(
              request.exports().getFirst(), RegistryLogin.of(request.session()), shown.listener(), session.guard());
      return new SolveOutcome("", response);
    }
  }

  private static void requireShareable(BuildRequest request) {
    if (request.exports().size() != 1 || !IndexBuild.canShare(request.exports().getFirst())) {
      throw new UsageException(
          "--builder: the builders' images come together in a registry or an OCI layout only",
          "take --push with --tag, or -o type=oci,tar=false,dest=FOLDER, and no other result");
    }
    if (request.cacheExports().stream().anyMatch(cache -> !cache.type().equals("inline"))) {
      throw new UsageException(
          "--builder: each builder would overwrite the others' cache", "take --cache-to type=inline, or none");
    }
    if (!request.session().uploads().isEmpty()) {
      throw new UsageException(
          "--builder: a context on standard input can be read by one builder only", "name a folder or an address");
    }
  }

  private SolveSpec spec(BuildRequest request, Share share, Export export) {
    Frontend frontend = Frontend.at(share.builder().address(), session.host());
    return request
        .with("platform", share.platformOption())
        .with("multi-platform", "true")
        .with(List.of(ofShare(export, share)))
        .toSolveSpec(frontend);
  }

  /** A builder refuses annotations for platforms that it does not build for. */
  private static Export ofShare(Export export, Share share) {
    Map<String, String> attributes = new LinkedHashMap<>(export.attributes());
    attributes.keySet().removeIf(key -> isForOthers(key, share));
    return new Export(export.type(), attributes, export.destination());
  }

  private static boolean isForOthers(String attribute, Share share) {
    Matcher place = FOR_PLATFORM.matcher(attribute);
    return place.matches()
        && share.platforms().stream()
            .map(Platforms::formatAll)
            .noneMatch(own -> own.equals(Platforms.formatAll(Platforms.normalize(
                Platforms.parse(place.group(1), Platforms.local())))));
  }
}

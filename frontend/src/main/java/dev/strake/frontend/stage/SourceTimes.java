package dev.strake.frontend.stage;

import dev.strake.frontend.archive.Archives;
import dev.strake.frontend.archive.WindowTooLargeException;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.port.GatewayPort.SolveRequest;
import dev.strake.frontend.port.GatewayPort.SourceMetadata;
import dev.strake.frontend.port.GatewayPort.SourceRequest;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition.SourceOp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Finds out when a source was made: a git commit's time, a file's modification, or that of an archive's newest file.
 */
final class SourceTimes {

  private static final String FILENAME = "http.filename";

  private final GatewayPort gateway;

  SourceTimes(GatewayPort gateway) {
    this.gateway = gateway;
  }

  /** The time of the one source in a tree; absent where there are more, or nothing is known about it. */
  Optional<OffsetDateTime> of(State tree, String logName) {
    List<SourceOp> sources = gateway.marshal(tree).sourceOps();
    return sources.size() == 1 ? time(sources.getFirst(), logName) : Optional.empty();
  }

  private Optional<OffsetDateTime> time(SourceOp source, String logName) {
    String identifier = source.identifier();
    SourceMetadata metadata =
        gateway.resolveSourceMetadata(
            new SourceRequest(
                identifier,
                source.attributes(),
                Optional.empty(),
                "",
                logName,
                identifier.startsWith("git://")));
    Optional<byte[]> commit =
        metadata.git().flatMap(SourceMetadata.Git::commitObject).filter(object -> object.length > 0);
    if (commit.isPresent()) {
      return CommitTime.of(commit.get());
    }
    Optional<OffsetDateTime> modified =
        metadata.http().flatMap(SourceMetadata.Http::lastModified).map(time -> time.atOffset(ZoneOffset.UTC));
    boolean http = identifier.startsWith("http://") || identifier.startsWith("https://");
    String filename = source.attributes().getOrDefault(FILENAME, "");
    return modified.isPresent() || !http || filename.isEmpty() ? modified : archived(source, filename);
  }

  /** The time of the newest file in an archive. */
  private Optional<OffsetDateTime> archived(SourceOp source, String filename) {
    State file = Sources.of(source.identifier(), source.attributes());
    Reference tree =
        gateway
            .solve(SolveRequest.of(gateway.marshal(file)))
            .single()
            .orElseThrow(() -> new GatewayException(GatewayException.Kind.UNKNOWN, "the source has no files"));
    try {
      return Archives.newestFile(tree.readFile(filename));
    } catch (WindowTooLargeException e) {
      throw new GatewayException(GatewayException.Kind.UNKNOWN, String.valueOf(e.getMessage()));
    }
  }
}

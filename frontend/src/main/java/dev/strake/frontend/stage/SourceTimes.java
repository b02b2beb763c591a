package dev.strake.frontend.stage;

import com.google.protobuf.InvalidProtocolBufferException;
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
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.marshal.Marshaller;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.SourceOp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    Definition definition =
        Marshaller.marshal(tree, MarshalOptions.defaults().withCaps(gateway.gatewayCaps()));
    return onlySource(definition).flatMap(source -> time(source, logName));
  }

  private static Optional<SourceOp> onlySource(Definition definition) {
    Optional<SourceOp> found = Optional.empty();
    for (MarshalledOp marshalled : definition.ops()) {
      Op op;
      try {
        op = Op.parseFrom(marshalled.bytes());
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException("an op of our own cannot be read", e);
      }
      if (op.hasSource()) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(op.getSource());
      }
    }
    return found;
  }

  private Optional<OffsetDateTime> time(SourceOp source, String logName) {
    String identifier = source.getIdentifier();
    SourceMetadata metadata =
        gateway.resolveSourceMetadata(
            new SourceRequest(
                identifier,
                source.getAttrsMap(),
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
    String filename = source.getAttrsMap().getOrDefault(FILENAME, "");
    return modified.isPresent() || !http || filename.isEmpty() ? modified : archived(source, filename);
  }

  /** The time of the newest file in an archive. */
  private Optional<OffsetDateTime> archived(SourceOp source, String filename) {
    State file = Sources.of(source.getIdentifier(), source.getAttrsMap());
    Definition alone = Marshaller.marshal(file, MarshalOptions.defaults().withCaps(gateway.gatewayCaps()));
    Reference tree =
        gateway
            .solve(SolveRequest.of(alone))
            .single()
            .orElseThrow(() -> new GatewayException(GatewayException.Kind.UNKNOWN, "the source has no files"));
    try {
      return Archives.newestFile(tree.readFile(filename));
    } catch (WindowTooLargeException e) {
      throw new GatewayException(GatewayException.Kind.UNKNOWN, String.valueOf(e.getMessage()));
    }
  }
}

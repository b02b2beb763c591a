package dev.strake.frontend.stage;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.port.GatewayPort.SolveRequest;
import dev.strake.frontend.port.GatewayPort.SourceMetadata;
import dev.strake.frontend.port.GatewayPort.SourceRequest;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.marshal.Marshaller;
import dev.strake.llb.pb.Input;
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

  /** A source in a graph: its op, and the digest and bytes of it. */
  private record Found(SourceOp source, MarshalledOp op) {}

  /** The time of the one source in a tree; absent where there are more, or nothing is known about it. */
  Optional<OffsetDateTime> of(State tree, String logName) {
    Definition definition =
        Marshaller.marshal(tree, MarshalOptions.defaults().withCaps(gateway.gatewayCaps()));
    Optional<Found> found = onlySource(definition);
    return found.flatMap(source -> time(source, logName));
  }

  private static Optional<Found> onlySource(Definition definition) {
    Optional<Found> found = Optional.empty();
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
        found = Optional.of(new Found(op.getSource(), marshalled));
      }
    }
    return found;
  }

  private Optional<OffsetDateTime> time(Found found, String logName) {
    String identifier = found.source.getIdentifier();
    SourceMetadata metadata =
        gateway.resolveSourceMetadata(
            new SourceRequest(
                identifier,
                found.source.getAttrsMap(),
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
    String filename = found.source.getAttrsMap().getOrDefault(FILENAME, "");
    return modified.isPresent() || !http || filename.isEmpty() ? modified : archived(found, filename);
  }

  /** The time of the newest file in an archive. */
  private Optional<OffsetDateTime> archived(Found found, String filename) {
    Op end = Op.newBuilder().addInputs(Input.newBuilder().setDigest(found.op.digest())).build();
    Definition alone =
        Definition.fromProto(
            dev.strake.llb.pb.Definition.newBuilder()
                .addDef(ByteString.copyFrom(found.op.bytes()))
                .addDef(end.toByteString())
                .build());
    Reference tree =
        gateway
            .solve(SolveRequest.of(alone))
            .single()
            .orElseThrow(() -> new GatewayException(GatewayException.Kind.UNKNOWN, "the source has no files"));
    return ArchiveTime.newest(tree.readFile(filename));
  }
}

package dev.strake.bridge.control;

import com.google.protobuf.ByteString;
import dev.strake.bridge.control.ProgressEvent.LogWritten;
import dev.strake.bridge.control.ProgressEvent.ProgressGroup;
import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.bridge.control.ProgressEvent.WarningRaised;
import dev.strake.bridge.error.SourceExcerpt;
import dev.strake.bridge.proto.control.StatusResponse;
import dev.strake.bridge.proto.control.Vertex;
import dev.strake.bridge.proto.control.VertexLog;
import dev.strake.bridge.proto.control.VertexStatus;
import dev.strake.bridge.proto.control.VertexWarning;
import dev.strake.llb.SourceRange;
import dev.strake.llb.pb.Range;
import java.util.ArrayList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From the daemon's status messages to events. */
final class StatusEvents {

  private StatusEvents() {}

  static List<ProgressEvent> of(StatusResponse response) {
    List<ProgressEvent> events = new ArrayList<>();
    response.getVertexesList().forEach(vertex -> events.add(vertex(vertex)));
    response.getStatusesList().forEach(status -> events.add(status(status)));
    response.getLogsList().forEach(log -> events.add(log(log)));
    response.getWarningsList().forEach(warning -> events.add(warning(warning)));
    return events;
  }

  private static VertexChanged vertex(Vertex vertex) {
    return new VertexChanged(
        vertex.getDigest(),
        vertex.getInputsList(),
        vertex.getName(),
        vertex.getCached(),
        vertex.hasStarted() ? Optional.of(WireRecords.instant(vertex.getStarted())) : Optional.empty(),
        vertex.hasCompleted() ? Optional.of(WireRecords.instant(vertex.getCompleted())) : Optional.empty(),
        vertex.getError(),
        vertex.hasProgressGroup() ? Optional.of(group(vertex.getProgressGroup())) : Optional.empty());
  }

  private static ProgressGroup group(dev.strake.llb.pb.ProgressGroup group) {
    return new ProgressGroup(group.getId(), group.getName(), group.getWeak());
  }

  private static StatusChanged status(VertexStatus status) {
    return new StatusChanged(
        status.getId(),
        status.getVertex(),
        status.getName(),
        status.getCurrent(),
        status.getTotal(),
        WireRecords.instant(status.getTimestamp()),
        status.hasStarted() ? Optional.of(WireRecords.instant(status.getStarted())) : Optional.empty(),
        status.hasCompleted() ? Optional.of(WireRecords.instant(status.getCompleted())) : Optional.empty());
  }

  /** A step of this side. */
  static ProgressEvent step(String vertex, String name, Instant started, Optional<Instant> completed) {
    return new VertexChanged(
        vertex, List.of(), name, false, Optional.of(started), completed, "", Optional.empty());
  }

  private static LogWritten log(VertexLog log) {
    return new LogWritten(
        log.getVertex(),
        Math.toIntExact(log.getStream()),
        log.getMsg().toByteArray(),
        WireRecords.instant(log.getTimestamp()));
  }

  private static WarningRaised warning(VertexWarning warning) {
    return new WarningRaised(
        warning.getVertex(),
        Math.toIntExact(warning.getLevel()),
        warning.getShort().toStringUtf8(),
        warning.getDetailList().stream().map(ByteString::toStringUtf8).toList(),
        warning.getUrl(),
        warning.hasInfo() ? Optional.of(excerpt(warning)) : Optional.empty());
  }

  private static SourceExcerpt excerpt(VertexWarning warning) {
    dev.strake.llb.pb.SourceInfo info = warning.getInfo();
    return new SourceExcerpt(
        info.getFilename(),
        info.getLanguage(),
        info.getData().toByteArray(),
        warning.getRangesList().stream().map(StatusEvents::range).toList());
  }

  private static SourceRange range(Range range) {
    return new SourceRange(
        range.getStart().getLine(),
        range.getStart().getCharacter(),
        range.getEnd().getLine(),
        range.getEnd().getCharacter());
  }
}

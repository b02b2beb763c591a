package dev.strake.bridge.control;

import dev.strake.bridge.proto.control.BuildHistoryEvent;
import dev.strake.bridge.proto.control.BuildHistoryRecord;
import dev.strake.bridge.proto.control.BuildResultInfo;
import dev.strake.bridge.proto.control.Descriptor;
import dev.strake.bridge.proto.rpc.Status;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From the protocol's history to this package's. */
final class HistoryRecords {

  private HistoryRecords() {}

  static HistoryEvent event(BuildHistoryEvent event) {
    HistoryEvent.Type type =
        switch (event.getType()) {
          case STARTED, UNRECOGNIZED -> HistoryEvent.Type.STARTED;
          case COMPLETE -> HistoryEvent.Type.COMPLETE;
          case DELETED -> HistoryEvent.Type.DELETED;
        };
    return new HistoryEvent(type, event.hasRecord() ? Optional.of(record(event.getRecord())) : Optional.empty());
  }

  static BuildRecord record(BuildHistoryRecord record) {
    return new BuildRecord(
        record.getRef(),
        record.getFrontend(),
        record.getFrontendAttrsMap(),
        record.getExportersList().stream()
            .map(exporter -> new BuildRecord.Exporter(exporter.getType(), exporter.getAttrsMap()))
            .toList(),
        record.hasError() ? Optional.of(failure(record.getError())) : Optional.empty(),
        record.hasCreatedAt() ? Optional.of(WireRecords.instant(record.getCreatedAt())) : Optional.empty(),
        record.hasCompletedAt() ? Optional.of(WireRecords.instant(record.getCompletedAt())) : Optional.empty(),
        record.hasLogs() ? Optional.of(descriptor(record.getLogs())) : Optional.empty(),
        record.getExporterResponseMap(),
        record.hasResult() ? Optional.of(result(record.getResult())) : Optional.empty(),
        record.getResultsMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, result -> result(result.getValue()))),
        record.getGeneration(),
        record.hasTrace() ? Optional.of(descriptor(record.getTrace())) : Optional.empty(),
        record.getPinned(),
        new BuildRecord.Steps(record.getNumTotalSteps(), record.getNumCompletedSteps(), record.getNumCachedSteps()),
        record.hasExternalError() ? Optional.of(descriptor(record.getExternalError())) : Optional.empty(),
        record.getNumWarnings());
  }

  private static BuildRecord.Failure failure(Status error) {
    return new BuildRecord.Failure(
        error.getCode(),
        error.getMessage(),
        error.getDetailsList().stream()
            .map(detail -> new BuildRecord.Failure.Detail(detail.getTypeUrl(), detail.getValue().toByteArray()))
            .toList());
  }

  private static BuildRecord.Result result(BuildResultInfo result) {
    TreeMap<Long, BlobDescriptor> blobs = new TreeMap<>();
    result.getResultsMap().forEach((exporter, blob) -> blobs.put(exporter, descriptor(blob)));
    return new BuildRecord.Result(
        result.hasResultDeprecated() ? Optional.of(descriptor(result.getResultDeprecated())) : Optional.empty(),
        result.getAttestationsList().stream().map(HistoryRecords::descriptor).toList(),
        blobs);
  }

  private static BlobDescriptor descriptor(Descriptor blob) {
    return new BlobDescriptor(blob.getMediaType(), blob.getDigest(), blob.getSize(), blob.getAnnotationsMap());
  }
}

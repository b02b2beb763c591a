package dev.strake.bridge.buildctl;

import dev.strake.bridge.control.BlobDescriptor;
import dev.strake.bridge.control.BuildRecord;
import dev.strake.bridge.control.HistoryEvent;
import dev.strake.llb.go.template.GoProtoText;
import dev.strake.llb.go.template.GoValue;
import dev.strake.llb.go.template.GoValue.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds of the history as templates and JSON see them, and as {@code debug monitor} prints them. */
final class GoHistory {

  private GoHistory() {}

  static GoValue event(HistoryEvent event) {
    GoValue type =
        new GoValue.Enumerated("moby_buildkit_v1.BuildHistoryEventType", event.type().name(), event.type().ordinal());
    return GoValue.message(
        "*moby_buildkit_v1.BuildHistoryEvent",
        List.of(
            Field.optional("Type", "type", type),
            Field.optional("Record", "record", event.record().map(GoHistory::record).orElse(GoValue.NIL))));
  }

  private static GoValue record(BuildRecord record) {
    return GoValue.message(
        "*moby_buildkit_v1.BuildHistoryRecord",
        List.of(
            optional("Ref", GoValue.of(record.ref())),
            optional("Frontend", GoValue.of(record.frontend())),
            optional("FrontendAttrs", GoValue.texts(record.frontendOptions())),
            optional("Exporters", slice(record.exporters().stream().map(GoHistory::exporter).toList())),
            Field.optional("Error", "error", record.error().map(GoHistory::failure).orElse(GoValue.NIL)),
            optional("CreatedAt", time(record.createdAt())),
            optional("CompletedAt", time(record.completedAt())),
            Field.optional("Logs", "logs", blob(record.logs())),
            optional("ExporterResponse", GoValue.texts(record.exporterResponse())),
            optional("Result", record.result().map(GoHistory::result).orElse(GoValue.NIL)),
            optional("Results", results(record.results())),
            optional("Generation", GoValue.of(record.generation())),
            Field.optional("Trace", "trace", blob(record.trace())),
            Field.optional("Pinned", "pinned", GoValue.of(record.pinned())),
            Field.optional("NumCachedSteps", "numCachedSteps", GoValue.of(record.steps().cached())),
            Field.optional("NumTotalSteps", "numTotalSteps", GoValue.of(record.steps().total())),
            Field.optional("NumCompletedSteps", "numCompletedSteps", GoValue.of(record.steps().completed())),
            Field.optional("ExternalError", "externalError", blob(record.externalError())),
            Field.optional("NumWarnings", "numWarnings", GoValue.of(record.warnings()))));
  }

  private static Field optional(String name, GoValue value) {
    return Field.optional(name, name, value);
  }

  private static GoValue slice(List<GoValue> elements) {
    return new GoValue.Slice("[]interface {}", elements, elements.isEmpty());
  }

  private static GoValue exporter(BuildRecord.Exporter exporter) {
    return GoValue.message(
        "*moby_buildkit_v1.Exporter",
        List.of(
            optional("Type", GoValue.of(exporter.type())),
            optional("Attrs", GoValue.texts(exporter.attributes()))));
  }

  private static GoValue failure(BuildRecord.Failure failure) {
    List<GoValue> details = failure.details().stream().map(GoHistory::detail).toList();
    return GoValue.message(
        "*rpc.Status",
        List.of(
            Field.optional("Code", "code", GoValue.of(failure.code())),
            Field.optional("Message", "message", GoValue.of(failure.message())),
            Field.optional("Details", "details", slice(details))));
  }

  private static GoValue detail(BuildRecord.Failure.Detail detail) {
    return GoValue.message(
        "*anypb.Any",
        List.of(
            Field.optional("TypeUrl", "type_url", GoValue.of(detail.typeUrl())),
            Field.optional("Value", "value", new GoValue.Bytes(detail.value()))));
  }

  private static GoValue time(Optional<Instant> instant) {
    return instant
        .<GoValue>map(
            time ->
                GoValue.message(
                    "*timestamppb.Timestamp",
                    List.of(
                        Field.optional("Seconds", "seconds", GoValue.of(time.getEpochSecond())),
                        Field.optional("Nanos", "nanos", GoValue.of(time.getNano())))))
        .orElse(GoValue.NIL);
  }

  private static GoValue blob(Optional<BlobDescriptor> blob) {
    return blob.<GoValue>map(GoHistory::message).orElse(GoValue.NIL);
  }

  private static GoValue.Struct message(BlobDescriptor blob) {
    return GoValue.message(
        "*moby_buildkit_v1.Descriptor",
        List.of(
            Field.optional("MediaType", "media_type", GoValue.of(blob.mediaType())),
            Field.optional("Digest", "digest", GoValue.of(blob.digest())),
            Field.optional("Size", "size", GoValue.of(blob.size())),
            Field.optional("Annotations", "annotations", GoValue.texts(blob.annotations()))));
  }

  private static GoValue results(Map<String, BuildRecord.Result> results) {
    SortedMap<String, GoValue> entries = new TreeMap<>();
    results.forEach((platform, result) -> entries.put(platform, result(result)));
    return new GoValue.Mapping("map[string]*moby_buildkit_v1.BuildResultInfo", entries, entries.isEmpty());
  }

  private static GoValue result(BuildRecord.Result result) {
    SortedMap<String, GoValue> blobs = new TreeMap<>();
    result.blobs().forEach((exporter, blob) -> blobs.put(Long.toString(exporter), message(blob)));
    return GoValue.message(
        "*moby_buildkit_v1.BuildResultInfo",
        List.of(
            optional("ResultDeprecated", blob(result.single())),
            optional("Attestations", slice(result.attestations().stream().<GoValue>map(GoHistory::message).toList())),
            optional(
                "Results",
                new GoValue.Mapping("map[int64]*moby_buildkit_v1.Descriptor", blobs, blobs.isEmpty()))));
  }

  /** What {@code debug monitor} prints of an event. */
  static String lines(HistoryEvent event) {
    BuildRecord record = event.record().orElse(null);
    if (record == null) {
      return "event: " + event.type() + " ref:\n";
    }
    StringBuilder text = new StringBuilder("event: " + event.type() + " ref:" + record.ref() + "\n");
    if (record.steps().total() != 0) {
      text.append("  cache: ").append(record.steps().cached()).append('/').append(record.steps().total()).append('\n');
    }
    if (record.warnings() != 0) {
      text.append("  warnings: ").append(record.warnings()).append('\n');
    }
    record.logs().ifPresent(blob -> line(text, "logs", blob));
    record.trace().ifPresent(blob -> line(text, "trace", blob));
    record.result().ifPresent(result -> lines(text, "", result));
    new TreeMap<>(record.results()).forEach((platform, result) -> lines(text, "[" + platform + "] ", result));
    return text.toString();
  }

  private static void lines(StringBuilder text, String prefix, BuildRecord.Result result) {
    if (result.blobs().isEmpty()) {
      result.single().ifPresent(blob -> line(text, prefix + "descriptor", blob));
    }
    result.blobs().values().forEach(blob -> line(text, prefix + "descriptor", blob));
    result.attestations().forEach(blob -> line(text, prefix + "attestation", blob));
  }

  private static void line(StringBuilder text, String name, BlobDescriptor blob) {
    text.append("  ").append(name).append(": ").append(GoProtoText.of(message(blob))).append('\n');
  }
}

package dev.strake.bridge.recording;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.strake.bridge.proto.control.StatusResponse;
import dev.strake.bridge.proto.control.Vertex;
import dev.strake.bridge.proto.control.VertexLog;
import dev.strake.bridge.proto.control.VertexStatus;
import dev.strake.bridge.proto.control.VertexWarning;
import dev.strake.bridge.testing.Json;
import dev.strake.llb.pb.ProgressGroup;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The progress of a build as it was told of once, message by message, with the pauses in between. A line of the file is
 * the milliseconds since the first message, a space, and a message as {@code --progress=rawjson} has it.
 */
record StatusReplay(List<Entry> entries) {

  private record Entry(long millis, StatusResponse message) {}

  static StatusReplay read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      int space = line.indexOf(' ');
      byte[] json = line.substring(space + 1).getBytes(StandardCharsets.UTF_8);
      entries.add(new Entry(Long.parseLong(line.substring(0, space)), message(Json.read(json))));
    }
    return new StatusReplay(entries);
  }

  void play(StreamObserver<StatusResponse> observer) {
    long start = System.nanoTime();
    try {
      for (Entry entry : entries) {
        long wait = entry.millis - (System.nanoTime() - start) / 1_000_000;
        if (wait > 0) {
          Thread.sleep(wait);
        }
        observer.onNext(entry.message);
      }
      observer.onCompleted();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static StatusResponse message(Json json) {
    StatusResponse.Builder message = StatusResponse.newBuilder();
    json.list("vertexes").forEach(vertex -> message.addVertexes(vertex(vertex)));
    json.list("statuses").forEach(status -> message.addStatuses(status(status)));
    json.list("logs").forEach(log -> message.addLogs(log(log)));
    json.list("warnings").forEach(warning -> message.addWarnings(warning(warning)));
    return message.build();
  }

  private static Vertex vertex(Json json) {
    Vertex.Builder vertex =
        Vertex.newBuilder()
            .setDigest(json.text("digest"))
            .addAllInputs(json.texts("inputs"))
            .setName(json.text("name"))
            .setCached(json.fields().containsKey("cached"))
            .setError(json.text("error"));
    if (json.fields().containsKey("started")) {
      vertex.setStarted(time(json.text("started")));
    }
    if (json.fields().containsKey("completed")) {
      vertex.setCompleted(time(json.text("completed")));
    }
    Json group = json.at("progressGroup");
    if (!group.fields().isEmpty()) {
      vertex.setProgressGroup(
          ProgressGroup.newBuilder()
              .setId(group.text("id"))
              .setName(group.text("name"))
              .setWeak(group.fields().containsKey("weak")));
    }
    return vertex.build();
  }

  private static VertexStatus status(Json json) {
    VertexStatus.Builder status =
        VertexStatus.newBuilder()
            .setId(json.text("id"))
            .setVertex(json.text("vertex"))
            .setName(json.text("name"))
            .setCurrent(number(json, "current"))
            .setTotal(number(json, "total"))
            .setTimestamp(time(json.text("timestamp")));
    if (json.fields().containsKey("started")) {
      status.setStarted(time(json.text("started")));
    }
    if (json.fields().containsKey("completed")) {
      status.setCompleted(time(json.text("completed")));
    }
    return status.build();
  }

  private static VertexLog log(Json json) {
    return VertexLog.newBuilder()
        .setVertex(json.text("vertex"))
        .setStream(number(json, "stream"))
        .setMsg(ByteString.copyFrom(Base64.getDecoder().decode(json.text("data"))))
        .setTimestamp(time(json.text("timestamp")))
        .build();
  }

  private static VertexWarning warning(Json json) {
    return VertexWarning.newBuilder()
        .setVertex(json.text("vertex"))
        .setLevel(number(json, "level"))
        .setShort(ByteString.copyFrom(Base64.getDecoder().decode(json.text("short"))))
        .build();
  }

  private static long number(Json json, String name) {
    return json.fields().get(name) instanceof Long number ? number : 0;
  }

  private static Timestamp time(String text) {
    Instant instant = Instant.parse(text);
    return Timestamp.newBuilder().setSeconds(instant.getEpochSecond()).setNanos(instant.getNano()).build();
  }
}

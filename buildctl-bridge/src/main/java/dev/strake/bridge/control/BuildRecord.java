package dev.strake.bridge.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A build in a daemon's history.
 *
 * <pre>{@code
 * Optional<BuildRecord> record = client.history().find(ref);
 * record.flatMap(BuildRecord::trace).ifPresent(trace -> client.content().read(trace.digest(), System.out));
 * }</pre>
 *
 * @param ref the build's id
 * @param frontend such as {@code dockerfile.v0}; empty where a graph or a build function was given
 * @param frontendOptions its options
 * @param error why it failed; absent while it runs and where it did not fail
 * @param logs the blob of its log, which {@link DaemonClient#status} replays
 * @param result what it came to, where it was for one platform
 * @param results what it came to, by platform
 * @param generation counts the changes of the record
 * @param trace the blob of its OpenTelemetry trace
 * @param pinned whether it stays when the daemon cleans up
 * @param externalError the blob of an error that was too large for the record
 * @param warnings how many there were
 */
public record BuildRecord(
    String ref,
    String frontend,
    Map<String, String> frontendOptions,
    List<Exporter> exporters,
    Optional<Failure> error,
    Optional<Instant> createdAt,
    Optional<Instant> completedAt,
    Optional<BlobDescriptor> logs,
    Map<String, String> exporterResponse,
    Optional<Result> result,
    Map<String, Result> results,
    int generation,
    Optional<BlobDescriptor> trace,
    boolean pinned,
    Steps steps,
    Optional<BlobDescriptor> externalError,
    int warnings) {

  public BuildRecord {
    frontendOptions = Map.copyOf(frontendOptions);
    exporters = List.copyOf(exporters);
    exporterResponse = Map.copyOf(exporterResponse);
    results = Map.copyOf(results);
  }

  /** An exporter that was asked for. */
  public record Exporter(String type, Map<String, String> attributes) {
    public Exporter {
      attributes = Map.copyOf(attributes);
    }
  }

  /**
   * Why a build failed.
   *
   * @param code gRPC's number for the kind of failure
   * @param details what the daemon tells beside the message
   */
  public record Failure(int code, String message, List<Detail> details) {
    public Failure {
      details = List.copyOf(details);
    }

    /**
     * A detail as the daemon wrote it down.
     *
     * @param typeUrl what it is
     * @param value in the encoding that the type says; not copied
     */
    public record Detail(String typeUrl, byte[] value) {}
  }

  /**
   * What a build has left in the daemon's content store.
   *
   * @param single the one result, as older daemons record it
   * @param blobs the results, by the number of the exporter that made them
   */
  public record Result(
      Optional<BlobDescriptor> single, List<BlobDescriptor> attestations, SortedMap<Long, BlobDescriptor> blobs) {
    public Result {
      attestations = List.copyOf(attestations);
      blobs = new TreeMap<>(blobs);
    }
  }

  /** How many steps a build has. */
  public record Steps(int total, int completed, int cached) {}
}

package dev.strake.bridge.control;

import dev.strake.bridge.error.SourceExcerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something the daemon tells of a running build.
 *
 * <pre>{@code
 * ProgressListener listener =
 *     events -> {
 *       for (ProgressEvent event : events) {
 *         if (event instanceof ProgressEvent.VertexChanged step && step.completed().isPresent()) {
 *           System.out.println(step.name() + " " + step.state());
 *         }
 *       }
 *     };
 * }</pre>
 */
public sealed interface ProgressEvent {

  /** The digest of the step that is spoken of. */
  String vertex();

  /** The same, told of another step. */
  ProgressEvent withVertex(String digest);

  /** The same, with all its times earlier by so much. */
  ProgressEvent earlier(Duration by);

  private static Optional<Instant> before(Optional<Instant> time, Duration by) {
    return time.map(each -> each.minus(by));
  }

  /**
   * A step, as it is now. The daemon sends a step whenever something about it changes, and may send the same state
   * twice.
   *
   * @param vertex the step's digest
   * @param inputs the digests of the steps it needs
   * @param name to show, such as {@code [stage-1 2/3] RUN make}
   * @param cached whether its result was there already
   * @param started when it began; absent while it waits
   * @param completed when it ended; absent while it waits or runs
   * @param error why it failed; empty where it did not
   * @param group the group under which to show it
   */
  record VertexChanged(
      String vertex,
      List<String> inputs,
      String name,
      boolean cached,
      Optional<Instant> started,
      Optional<Instant> completed,
      String error,
      Optional<ProgressGroup> group)
      implements ProgressEvent {

    public VertexChanged {
      inputs = List.copyOf(inputs);
    }

    @Override
    public VertexChanged withVertex(String digest) {
      return new VertexChanged(digest, inputs, name, cached, started, completed, error, group);
    }

    @Override
    public VertexChanged earlier(Duration by) {
      return new VertexChanged(
          vertex,
          inputs,
          name,
          cached,
          before(started, by),
          before(completed, by),
          error,
          group);
    }

    public VertexState state() {
      if (!error.isEmpty()) {
        return error.endsWith("context canceled") ? VertexState.CANCELED : VertexState.FAILED;
      }
      if (cached) {
        return VertexState.CACHED;
      }
      if (completed.isPresent()) {
        return VertexState.COMPLETED;
      }
      return started.isPresent() ? VertexState.RUNNING : VertexState.PENDING;
    }
  }

  /** How far a step is. */
  enum VertexState {
    PENDING,
    RUNNING,
    CACHED,
    COMPLETED,
    FAILED,
    CANCELED
  }

  /** Steps to show as one. */
  record ProgressGroup(String id, String name, boolean weak) {}

  /**
   * A part of a step's work, such as the transfer of a layer.
   *
   * @param id tells the parts of a step apart
   * @param current bytes or items done
   * @param total bytes or items to do; 0 where unknown
   */
  record StatusChanged(
      String id,
      String vertex,
      String name,
      long current,
      long total,
      Instant timestamp,
      Optional<Instant> started,
      Optional<Instant> completed)
      implements ProgressEvent {

    @Override
    public StatusChanged withVertex(String digest) {
      return new StatusChanged(id, digest, name, current, total, timestamp, started, completed);
    }

    @Override
    public StatusChanged earlier(Duration by) {
      return new StatusChanged(
          id,
          vertex,
          name,
          current,
          total,
          timestamp.minus(by),
          before(started, by),
          before(completed, by));
    }
  }

  /**
   * What a step has printed; a part may begin or end in the middle of a line or a character.
   *
   * @param stream 1 for standard output, 2 for standard error
   * @param data not copied
   */
  record LogWritten(String vertex, int stream, byte[] data, Instant timestamp) implements ProgressEvent {

    @Override
    public LogWritten withVertex(String digest) {
      return new LogWritten(digest, stream, data, timestamp);
    }

    @Override
    public LogWritten earlier(Duration by) {
      return new LogWritten(vertex, stream, data, timestamp.minus(by));
    }
  }

  /**
   * A warning about the build.
   *
   * @param level the lower, the more it matters
   * @param message one line
   * @param detail further lines
   * @param url a page that says more; empty for none
   * @param source the place that is meant
   */
  record WarningRaised(
      String vertex, int level, String message, List<String> detail, String url, Optional<SourceExcerpt> source)
      implements ProgressEvent {

    public WarningRaised {
      detail = List.copyOf(detail);
    }

    @Override
    public WarningRaised withVertex(String digest) {
      return new WarningRaised(digest, level, message, detail, url, source);
    }

    /** It has no time. */
    @Override
    public WarningRaised earlier(Duration by) {
      return this;
    }
  }
}

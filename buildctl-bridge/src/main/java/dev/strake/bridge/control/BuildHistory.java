package dev.strake.bridge.control;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.proto.control.BuildHistoryEvent;
import dev.strake.bridge.proto.control.BuildHistoryRequest;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.proto.control.UpdateBuildHistoryRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The builds that a daemon remembers. Thread-safe; failures are {@link DaemonException}s. What is waited for
 * here, and what is a {@link DaemonCall}, see {@link DaemonClient}.
 *
 * <pre>{@code
 * for (HistoryEvent event : client.history().list(HistoryQuery.all()).await()) {
 *   event.record().ifPresent(record -> System.out.println(record.ref() + " " + event.type()));
 * }
 * }</pre>
 */
public final class BuildHistory {

  private final DaemonCalls calls;

  BuildHistory(DaemonCalls calls) {
    this.calls = calls;
  }

  /** The builds as they are now, in the daemon's order. */
  public DaemonCall<List<HistoryEvent>> list(HistoryQuery query) {
    return calls.start(
        "failed to list the build history",
        channel -> {
          List<HistoryEvent> events = new ArrayList<>();
          ControlGrpc.newBlockingStub(channel)
              .listenBuildHistory(request(query).setEarlyExit(true).build())
              .forEachRemaining(event -> events.add(HistoryRecords.event(event)));
          return events;
        });
  }

  /**
   * Tells of the builds as they are now, and then of each change, until it is cancelled.
   *
   * @param listener called from one thread; what it throws ends the watch
   */
  public DaemonCall<@Nullable Void> watch(HistoryQuery query, Consumer<HistoryEvent> listener) {
    return calls.start(
        "failed to watch the build history",
        channel -> {
          ControlGrpc.newBlockingStub(channel)
              .listenBuildHistory(request(query).build())
              .forEachRemaining(event -> listener.accept(HistoryRecords.event(event)));
          return null;
        });
  }

  /** One build, if the daemon remembers it. */
  public Optional<BuildRecord> find(String ref) {
    BuildHistoryRequest request = request(HistoryQuery.all().withRef(ref)).setEarlyExit(true).build();
    try {
      return calls.shortly(stub -> lastRecord(stub.listenBuildHistory(request)));
    } catch (DaemonException e) {
      // So the daemon speaks for a while of a build that it has just forgotten.
      if (String.valueOf(e.getMessage()).startsWith("ref " + ref + " is deleted")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What the daemon tells first of a build, be it at an end or not; absent where it tells nothing. */
  public DaemonCall<Optional<BuildRecord>> peek(String ref) {
    BuildHistoryRequest request = request(HistoryQuery.all().withRef(ref)).build();
    return calls.start(
        "failed to watch the build history",
        channel -> {
          Iterator<BuildHistoryEvent> events = ControlGrpc.newBlockingStub(channel).listenBuildHistory(request);
          return events.hasNext() ? HistoryRecords.event(events.next()).record() : Optional.empty();
        });
  }

  private static Optional<BuildRecord> lastRecord(Iterator<BuildHistoryEvent> events) {
    Optional<BuildRecord> last = Optional.empty();
    while (events.hasNext()) {
      BuildHistoryEvent event = events.next();
      last = event.hasRecord() ? Optional.of(HistoryRecords.record(event.getRecord())) : last;
    }
    return last;
  }

  /** Keeps a build when the daemon cleans up. */
  public void pin(String ref) {
    update(UpdateBuildHistoryRequest.newBuilder().setRef(ref).setPinned(true));
  }

  /** Lets a build go when the daemon cleans up. */
  public void unpin(String ref) {
    update(UpdateBuildHistoryRequest.newBuilder().setRef(ref));
  }

  /** Forgets a build. */
  public void delete(String ref) {
    update(UpdateBuildHistoryRequest.newBuilder().setRef(ref).setDelete(true));
  }

  /** Has the daemon write down the build's trace now, rather than when it gets round to it. */
  public void finalizeTrace(String ref) {
    update(UpdateBuildHistoryRequest.newBuilder().setRef(ref).setFinalize(true));
  }

  private void update(UpdateBuildHistoryRequest.Builder request) {
    calls.shortly(stub -> stub.updateBuildHistory(request.build()));
  }

  private static BuildHistoryRequest.Builder request(HistoryQuery query) {
    return BuildHistoryRequest.newBuilder()
        .setRef(query.ref())
        .setActiveOnly(query.activeOnly())
        .addAllFilter(query.filters())
        .setLimit(query.limit());
  }
}

package dev.strake.bridge.control;

import java.util.Optional;

/**
 * A change in a daemon's history.
 *
 * <pre>{@code
 * client.history()
 *     .watch(HistoryQuery.active(), event -> event.record().ifPresent(build -> System.out.println(build.ref())))
 *     .await();
 * }</pre>
 *
 * @param record the build as it is now; absent where the daemon sent none
 */
public record HistoryEvent(Type type, Optional<BuildRecord> record) {

  /** What has happened to a build. */
  public enum Type {
    STARTED,
    COMPLETE,
    DELETED
  }
}

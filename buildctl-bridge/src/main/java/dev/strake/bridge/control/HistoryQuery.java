package dev.strake.bridge.control;

import java.util.List;

/**
 * Which builds of a daemon's history to hear of.
 *
 * <pre>{@code
 * HistoryQuery failed = HistoryQuery.all().withFilters(List.of("status==error"));
 * List<HistoryEvent> events = client.history().list(failed).await();
 * }</pre>
 *
 * @param ref the one build to hear of; empty for all
 * @param activeOnly only builds that still run
 * @param filters such as {@code status==error} or {@code startedAt>=72h}; a build that matches any of them is told of
 * @param limit the most builds to tell of, the newest; 0 for no limit
 */
public record HistoryQuery(String ref, boolean activeOnly, List<String> filters, int limit) {

  public HistoryQuery {
    filters = List.copyOf(filters);
  }

  /** All builds. */
  public static HistoryQuery all() {
    return new HistoryQuery("", false, List.of(), 0);
  }

  /** Builds that still run. */
  public static HistoryQuery active() {
    return new HistoryQuery("", true, List.of(), 0);
  }

  /** One build. */
  public HistoryQuery withRef(String id) {
    return new HistoryQuery(id, activeOnly, filters, limit);
  }

  public HistoryQuery withFilters(List<String> more) {
    return new HistoryQuery(ref, activeOnly, more, limit);
  }

  public HistoryQuery withLimit(int most) {
    return new HistoryQuery(ref, activeOnly, filters, most);
  }
}

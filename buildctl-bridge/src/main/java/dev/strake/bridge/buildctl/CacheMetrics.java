package dev.strake.bridge.buildctl;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.llb.go.GoJsonWriter;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Counts how many of a build's steps came from the cache, and writes the figures at its end. */
final class CacheMetrics implements AutoCloseable {

  private static final Pattern FROM = Pattern.compile("^\\[.*\\] FROM");
  private static final List<String> NOT_THE_USERS = List.of("[internal]", "[auth]", "importing cache", "exporting ");

  private final PrintStream out;
  private final boolean own;
  private final long start = System.nanoTime();
  private final Map<String, Step> steps = new LinkedHashMap<>();

  private CacheMetrics(PrintStream out, boolean own) {
    this.out = out;
    this.own = own;
  }

  static CacheMetrics to(PrintStream stream) {
    return new CacheMetrics(stream, false);
  }

  /** Closes the stream at the end. */
  static CacheMetrics toFile(PrintStream stream) {
    return new CacheMetrics(stream, true);
  }

  private record Step(String name, boolean from, boolean cached, boolean completed) {

    Step and(VertexChanged vertex) {
      return new Step(
          name,
          from || FROM.matcher(vertex.name()).find(),
          cached || vertex.cached(),
          completed || vertex.completed().isPresent());
    }

    boolean isUsers() {
      return NOT_THE_USERS.stream().noneMatch(name::startsWith);
    }

    boolean missed() {
      return isUsers() && !cached && !from;
    }
  }

  synchronized void onProgress(List<ProgressEvent> events) {
    for (ProgressEvent event : events) {
      if (event instanceof VertexChanged vertex) {
        Step step = steps.getOrDefault(vertex.vertex(), new Step(vertex.name(), false, false, false));
        steps.put(vertex.vertex(), step.and(vertex));
      }
    }
  }

  @Override
  public synchronized void close() {
    List<Step> all = List.copyOf(steps.values());
    List<Step> users = all.stream().filter(Step::isUsers).toList();
    all.stream().filter(Step::missed).forEach(step -> out.println("cache miss: " + step.name()));
    long from = users.stream().filter(Step::from).count();
    GoJsonWriter json = GoJsonWriter.compact().beginObject();
    json.name("total").number(all.size());
    json.name("completed").number(all.stream().filter(Step::completed).count());
    json.name("user_total").number(users.size());
    json.name("user_cached").number(users.stream().filter(Step::cached).count());
    json.name("user_completed").number(users.stream().filter(Step::completed).count());
    json.name("user_cacheable").number(users.size() - from);
    json.name("from").number(from);
    json.name("miss").number(users.stream().filter(Step::missed).count());
    json.name("client_duration_ms").number(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    out.println(json.endObject());
    out.flush();
    if (own) {
      out.close();
    }
  }
}

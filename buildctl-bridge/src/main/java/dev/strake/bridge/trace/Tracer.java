package dev.strake.bridge.trace;

import dev.strake.bridge.trace.Span.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A trace of what this process does: one span for the whole of it, and one for each call of the clients that have this
 * tracer, which the daemons' own spans go on from. Closing it ends the span, and sends all of them to the daemons and
 * wherever else {@link #sendTo} says. Thread-safe.
 *
 * <pre>{@code
 * try (Tracer tracer = Tracer.begin("release", List.of(), TraceSettings.of(System.getenv(), "releaser", "1.0"));
 *     DaemonClient client = DaemonClient.connect(address, ConnectOptions.defaults().withTracer(tracer))) {
 *   client.solve(spec, ProgressListener.none()).await();
 * }
 * }</pre>
 *
 * <p>A client that is closed keeps its connection until then: what belongs to a build in the daemon's history is what
 * the daemon has heard within three seconds of the build's end.
 */
public final class Tracer implements AutoCloseable {

  /** Further ones are left out, as OpenTelemetry's SDKs do. */
  static final int MAX_SPANS = 2048;

  private static final int BATCH = 512;
  private static final String COMMAND = "command";
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final TraceSettings settings;
  private final long clock = epochNanos() - System.nanoTime();
  private final RunningSpan root;
  private final List<Span> spans = new ArrayList<>();
  private final List<SpanExporter> exporters = new ArrayList<>();
  private boolean closed;

  private Tracer(String name, List<String> command, TraceSettings settings) {
    this.settings = settings;
    this.root = begin(settings.parent(), settings.parent().isPresent(), name, Kind.INTERNAL);
    if (!command.isEmpty()) {
      root.with(Attribute.of(COMMAND, command));
    }
  }

  /**
   * Begins the span for the whole.
   *
   * @param name what is done
   * @param command the words that it was asked for with; empty for none
   */
  public static Tracer begin(String name, List<String> command, TraceSettings settings) {
    return new Tracer(name, command, settings);
  }

  /** Where the trace stands: to hand on to other processes. */
  public TraceContext context() {
    return root.context();
  }

  /** The whole has gone wrong. */
  public void fail(String reason) {
    root.fail(reason);
  }

  /** Has the spans sent there, too, when they are all over; closes the exporter then, or at once where they are. */
  public void sendTo(SpanExporter exporter) {
    boolean late;
    synchronized (this) {
      late = closed;
      if (!late) {
        exporters.add(exporter);
      }
    }
    if (late) {
      exporter.close();
    }
  }

  private static long epochNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
  }

  /** Nanoseconds since 1970, by one clock for all spans, which nobody sets meanwhile. */
  long now() {
    return clock + System.nanoTime();
  }

  SpanLimits limits() {
    return settings.limits();
  }

  /** A call that this process makes. */
  RunningSpan call(String method) {
    return begin(Optional.of(root.context()), false, method, Kind.CLIENT).with(settings.rpc().of(method));
  }

  /** A call that a daemon makes. */
  RunningSpan served(String method, Optional<TraceContext> caller) {
    return begin(caller, true, method, Kind.SERVER).with(settings.rpc().of(method));
  }

  /** A part of something that is done in this process. */
  RunningSpan part(TraceContext of, String name) {
    return begin(Optional.of(of), false, name, Kind.INTERNAL);
  }

  private RunningSpan begin(Optional<TraceContext> parent, boolean remote, String name, Kind kind) {
    String trace = parent.isPresent() ? parent.get().trace() : id() + id();
    boolean sampled = settings.sampler().samples(parent, trace);
    String state = parent.isPresent() ? parent.get().state() : "";
    TraceContext context = TraceContext.of(trace, id(), sampled, state);
    return new RunningSpan(this, context, parent, remote, name, kind);
  }

  /** Eight bytes that nobody else has; they need not be secret, so that no generator of secrets has to be started. */
  private static String id() {
    long bits = ThreadLocalRandom.current().nextLong();
    while (bits == 0) {
      bits = ThreadLocalRandom.current().nextLong();
    }
    return HexFormat.of().toHexDigits(bits);
  }

  synchronized void ended(Span span) {
    // The last one is the one that the others are parts of.
    if (span.context().sampled() && (spans.size() < MAX_SPANS || span.context().equals(root.context()))) {
      spans.add(span);
    }
  }

  @Override
  public void close() {
    root.end();
    List<Span> all;
    List<SpanExporter> targets;
    synchronized (this) {
      closed = true;
      all = List.copyOf(spans);
      spans.clear();
      targets = List.copyOf(exporters);
      exporters.clear();
    }
    List<byte[]> requests = requests(all);
    for (SpanExporter target : targets) {
      try (target) {
        for (byte[] request : requests) {
          target.export(request);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<byte[]> requests(List<Span> all) {
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < all.size(); i += BATCH) {
      requests.add(SpanWriter.request(settings.resource(), all.subList(i, Math.min(all.size(), i + BATCH))));
    }
    return requests;
  }
}

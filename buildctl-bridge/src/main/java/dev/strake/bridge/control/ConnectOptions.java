package dev.strake.bridge.control;

import dev.strake.bridge.trace.TraceContext;
import dev.strake.bridge.trace.Tracer;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach a daemon, and how long to wait for it.
 *
 * <pre>{@code
 * ConnectOptions patient = ConnectOptions.defaults().withConnectTimeout(Duration.ofMinutes(1));
 * DaemonClient client = DaemonClient.connect(DaemonAddress.parse("tcp://builder.example:1234"), patient);
 * }</pre>
 *
 * @param connectTimeout until the connection stands and the daemon speaks HTTP/2
 * @param callTimeout until a short call, such as {@code info}, has its answer; builds may take as long as they like
 * @param tls how the connection is secured, whatever the address; absent for clear text
 * @param trace the trace that the daemon's work belongs to; absent for one of its own
 * @param tracer gives each call a span, which the daemon's work then belongs to; absent for no spans on this side
 */
public record ConnectOptions(
    Duration connectTimeout,
    Duration callTimeout,
    Optional<TlsSettings> tls,
    Optional<TraceContext> trace,
    Optional<Tracer> tracer) {

  /**
   * Twenty seconds for the connection, what gRPC gives an attempt in Go; a minute for a call; clear text. On a busy
   * machine this program's own start counts in both.
   */
  public static ConnectOptions defaults() {
    return new ConnectOptions(
        Duration.ofSeconds(20), Duration.ofMinutes(1), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public ConnectOptions withConnectTimeout(Duration timeout) {
    return new ConnectOptions(timeout, callTimeout, tls, trace, tracer);
  }

  public ConnectOptions withCallTimeout(Duration timeout) {
    return new ConnectOptions(connectTimeout, timeout, tls, trace, tracer);
  }

  public ConnectOptions withTls(TlsSettings settings) {
    return new ConnectOptions(connectTimeout, callTimeout, Optional.of(settings), trace, tracer);
  }

  public ConnectOptions withTrace(TraceContext context) {
    return new ConnectOptions(connectTimeout, callTimeout, tls, Optional.of(context), tracer);
  }

  public ConnectOptions withTracer(Tracer spans) {
    return new ConnectOptions(connectTimeout, callTimeout, tls, trace, Optional.of(spans));
  }
}

package dev.strake.bridge.control;

import dev.strake.bridge.connection.EngineSocket;
import dev.strake.bridge.connection.HelperProgram;
import dev.strake.bridge.connection.StreamOpener;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.trace.GrpcExporter;
import dev.strake.bridge.trace.TracedCalls;
import dev.strake.bridge.trace.Tracer;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** How this client reaches a daemon, and the threads for what may block. Thread-safe. */
final class Transport implements AutoCloseable {

  /** A message may be this large. */
  static final int MAX_MESSAGE_BYTES = 16 << 20;

  /** How long calls may take to end of which this side has had what it wants. */
  private static final Duration ENDING = Duration.ofMillis(250);

  /** How long the daemon may take with this side's spans: later ones do not get into its history. */
  private static final Duration EXPORT = Duration.ofSeconds(3);

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Link link;
  private final Optional<Tracer> tracer;
  private final Optional<TracedCalls> calls;
  private final Optional<ClientInterceptor> trace;

  private Transport(DaemonAddress address, ConnectOptions options, Host host) {
    this.tracer = options.tracer();
    this.calls = tracer.map(of -> new TracedCalls(of, peer(address)));
    this.trace = calls.<ClientInterceptor>map(each -> each).or(() -> options.trace().map(TracedCalls::attaching));
    this.link = link(address, options, host);
  }

  private Link link(DaemonAddress address, ConnectOptions options, Host host) {
    boolean clear = options.tls().isEmpty();
    return switch (address) {
      // Starting netty takes longer than most builds that find all in the cache.
      case DaemonAddress.Unix(var socket) ->
          clear ? new SocketLink(socket, executor) : NettyLink.to(socket, options, executor);
      case DaemonAddress.Tcp tcp -> NettyLink.to(tcp, options, executor);
      case DaemonAddress.Ssh ssh -> through(new HelperProgram(host, HelperWords.of(ssh)), ssh, options);
      case DaemonAddress.DockerContainer container ->
          through(new HelperProgram(host, HelperWords.of(container)), container, options);
      case DaemonAddress.PodmanContainer container ->
          through(new HelperProgram(host, HelperWords.of(container)), container, options);
      case DaemonAddress.NerdctlContainer container ->
          through(new HelperProgram(host, HelperWords.of(container)), container, options);
      case DaemonAddress.KubePod pod -> through(new HelperProgram(host, HelperWords.of(pod)), pod, options);
      // An engine so old that it wants an upgrade has no TLS that takes gRPC.
      case DaemonAddress.DockerEngine(var socket) ->
          clear
              ? through(new EngineSocket(UnixDomainSocketAddress.of(socket)), address, options)
              : NettyLink.to(socket, options, executor);
      case DaemonAddress.RemoteDockerEngine(var name, var port) ->
          clear
              ? through(new EngineSocket(InetSocketAddress.createUnresolved(name, port)), address, options)
              : NettyLink.to(new DaemonAddress.Tcp(name, port), options, executor);
    };
  }

  /** As Go names it. */
  private static String peer(DaemonAddress address) {
    return address instanceof DaemonAddress.Unix(var socket) ? socket.toString() : address.toString();
  }

  private Link through(StreamOpener opener, DaemonAddress address, ConnectOptions options) {
    return NettyLink.through(opener, Authority.of(address), options, executor);
  }

  static Transport to(DaemonAddress address, ConnectOptions options, Host host) {
    return new Transport(address, options, host);
  }

  Channel channel() {
    return trace.isPresent() ? ClientInterceptors.intercept(link.channel(), trace.get()) : link.channel();
  }

  /** See {@link Link#awaitServer}. */
  void awaitServer(Duration patience) throws InterruptedException {
    link.awaitServer(patience);
  }

  /** See {@link Link#forgetFailures}. */
  void forgetFailures() {
    link.forgetFailures();
  }

  /** For what may block. */
  ExecutorService executor() {
    return executor;
  }

  /** Why no connection could be had, where the program in between has said so. */
  Optional<String> complaint() {
    return link.complaint();
  }

  /** What gives the calls on this connection their spans; absent where they have none. */
  Optional<Tracer> tracer() {
    return tracer;
  }

  /** Nobody is waited for who has not answered before. */
  private boolean isThere(TracedCalls traced) {
    return traced.answered() || !traced.used() && link.isConnected();
  }

  @Override
  public void close() {
    calls.ifPresent(traced -> traced.finish(ENDING));
    if (tracer.isPresent() && isThere(calls.get())) {
      tracer.get().sendTo(GrpcExporter.toDaemon(link.channel(), EXPORT, link::close));
    } else {
      // The calls that this ends are told so by the executor's threads.
      link.close();
    }
    executor.shutdownNow();
  }
}

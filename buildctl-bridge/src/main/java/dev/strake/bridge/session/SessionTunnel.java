package dev.strake.bridge.session;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.protobuf.UnsafeByteOperations;
import dev.strake.bridge.http2.TunnelServer;
import dev.strake.bridge.proto.control.BytesMessage;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.trace.TracedServices;
import dev.strake.bridge.trace.Tracer;
import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A session: one call to the daemon, whose messages are the bytes of a connection in which the roles are turned round.
 * The daemon is the client in it, and this side the server.
 *
 * <p>Open while a build runs; the daemon finds it by {@link #id}.
 */
public final class SessionTunnel implements AutoCloseable {

  private static final int MAX_MESSAGE_BYTES = 16 << 20;
  private static final String HEADER = "x-docker-expose-session-";

  private final String id;
  private final TunnelServer server;
  private final Object sending = new Object();
  private @Nullable StreamObserver<BytesMessage> toDaemon;

  private SessionTunnel(
      String id, List<ServerServiceDefinition> services, List<ServerInterceptor> around, Executor executor) {
    this.id = id;
    this.server =
        new TunnelServer(
            services.stream()
                .map(service -> ServerInterceptors.intercept(service, around))
                .toList(),
            MAX_MESSAGE_BYTES,
            method -> CallExecutors.of(method, executor),
            this::send);
  }

  /**
   * Opens a session.
   *
   * @param daemon where the control service is
   * @param executor runs the services, which may block
   * @param sharedKey tells the daemon whose local folders these are
   * @param tracer gives the daemon's calls their spans
   */
  public static SessionTunnel open(
      Channel daemon,
      Executor executor,
      String sharedKey,
      List<ServerServiceDefinition> services,
      Optional<Tracer> tracer) {
    List<ServerInterceptor> around = new ArrayList<>(List.of(CallHeaders.interceptor(), new GoErrors()));
    // The last one is the outermost: it sees what the daemon sees.
    tracer.map(TracedServices::new).ifPresent(around::add);
    SessionTunnel tunnel = new SessionTunnel(Ids.next(), services, around, executor);
    tunnel.start(
        ControlGrpc.newStub(daemon)
            // What the daemon sends is looked at in the thread that has read it.
            .withExecutor(MoreExecutors.directExecutor())
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(tunnel.id, sharedKey, services))));
    return tunnel;
  }

  private void start(ControlGrpc.ControlStub daemon) {
    FromDaemon fromDaemon = new FromDaemon();
    StreamObserver<BytesMessage> call = daemon.session(fromDaemon);
    synchronized (sending) {
      toDaemon = call;
    }
    server.start();
    fromDaemon.begin();
  }

  /** The daemon calls only methods that it is told of here. */
  private static Metadata headers(String id, String sharedKey, List<ServerServiceDefinition> services) {
    Metadata headers = new Metadata();
    headers.put(key("uuid"), id);
    headers.put(key("sharedkey"), sharedKey);
    for (ServerServiceDefinition service : services) {
      for (MethodDescriptor<?, ?> method : service.getServiceDescriptor().getMethods()) {
        headers.put(key("grpc-method"), "/" + method.getFullMethodName());
      }
    }
    return headers;
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(HEADER + name, Metadata.ASCII_STRING_MARSHALLER);
  }

  public String id() {
    return id;
  }

  private void send(byte[] bytes) {
    synchronized (sending) {
      if (toDaemon != null) {
        toDaemon.onNext(BytesMessage.newBuilder().setData(UnsafeByteOperations.unsafeWrap(bytes)).build());
      }
    }
  }

  /** Ends the session; transfers on their way break off. */
  @Override
  public void close() {
    server.close();
    synchronized (sending) {
      if (toDaemon != null) {
        toDaemon.onCompleted();
        toDaemon = null;
      }
    }
  }

  private final class FromDaemon implements ClientResponseObserver<BytesMessage, BytesMessage> {

    private @Nullable ClientCallStreamObserver<BytesMessage> call;

    /** Nothing is to come before the server has begun. */
    @Override
    public void beforeStart(ClientCallStreamObserver<BytesMessage> starting) {
      starting.disableAutoRequestWithInitial(0);
      call = starting;
    }

    void begin() {
      if (call != null) {
        call.request(Integer.MAX_VALUE);
      }
    }

    @Override
    public void onNext(BytesMessage message) {
      server.receive(message.getData().asReadOnlyByteBuffer());
    }

    @Override
    public void onError(Throwable broken) {
      ended();
    }

    @Override
    public void onCompleted() {
      ended();
    }

    private void ended() {
      synchronized (sending) {
        toDaemon = null;
      }
      server.close();
    }
  }
}

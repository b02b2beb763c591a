package dev.strake.bridge.http2;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A gRPC server for one connection whose bytes come and go as messages of something else: {@link #receive} takes what
 * the peer has sent, and what goes to the peer is handed to a consumer. Thread-safe but for {@link #receive}, which
 * takes one thread at a time.
 *
 * <pre>{@code
 * TunnelServer server =
 *     new TunnelServer(services, 16 << 20, method -> executor, bytes -> call.onNext(message(bytes)));
 * server.start();
 * server.receive(message.getData().asReadOnlyByteBuffer());
 * }</pre>
 */
public final class TunnelServer implements AutoCloseable {

  private final Map<String, ServerMethodDefinition<?, ?>> methods = new HashMap<>();
  private final int maxInboundMessageSize;
  private final Function<MethodDescriptor<?, ?>, Executor> executors;
  private final TunnelSink sink;
  private final ServerConnection connection;
  private final FrameHandler handler;
  private final FrameBuffer buffer = new FrameBuffer();
  private boolean greeted;

  /**
   * A server of these services.
   *
   * @param maxInboundMessageSize messages may be this large, in bytes
   * @param executors where a method's service runs; {@code Runnable::run} for one that never waits: it then runs in the
   *     thread that calls {@link #receive}
   * @param out takes the bytes for the peer, one call at a time, and must not wait
   */
  public TunnelServer(
      List<ServerServiceDefinition> services,
      int maxInboundMessageSize,
      Function<MethodDescriptor<?, ?>, Executor> executors,
      Consumer<byte[]> out) {
    for (ServerServiceDefinition service : services) {
      for (ServerMethodDefinition<?, ?> method : service.getMethods()) {
        methods.put("/" + method.getMethodDescriptor().getFullMethodName(), method);
      }
    }
    this.maxInboundMessageSize = maxInboundMessageSize;
    this.executors = executors;
    this.sink = new TunnelSink(out);
    this.connection = new ServerConnection(sink, this::accept);
    this.handler = new FrameHandler(connection);
  }

  /** Begins to serve. Nothing may be received before. */
  public void start() {
    connection.greet();
  }

  private StreamListener accept(Stream stream, List<Header> headers) {
    String path = String.valueOf(GrpcHeaders.find(headers, ":path"));
    ServerMethodDefinition<?, ?> method = methods.get(path);
    if (method == null) {
      Status unknown = Status.UNIMPLEMENTED.withDescription(unknown(path));
      stream.finish(GrpcHeaders.lastWords(unknown, new Metadata(), false));
      return StreamListener.DEAF;
    }
    return serve(stream, method, GrpcHeaders.metadata(headers));
  }

  /** As Go's server says it, for daemons show it to users. */
  private String unknown(String path) {
    int slash = path.lastIndexOf('/');
    String service = slash <= 0 ? path : path.substring(1, slash);
    boolean served = methods.keySet().stream().anyMatch(known -> known.startsWith("/" + service + "/"));
    return served
        ? "unknown method " + path.substring(slash + 1) + " for service " + service
        : "unknown service " + service;
  }

  private <Q, A> StreamListener serve(Stream stream, ServerMethodDefinition<Q, A> method, Metadata headers) {
    MethodDescriptor<Q, A> descriptor = method.getMethodDescriptor();
    ServedCall<Q, A> call =
        new ServedCall<>(stream, descriptor, maxInboundMessageSize, executors.apply(descriptor));
    call.start(method.getServerCallHandler(), headers);
    return call;
  }

  /** Takes what the peer has sent. What it makes this side send at once leaves together. */
  public void receive(ByteBuffer bytes) {
    sink.hold();
    try {
      while (bytes.hasRemaining()) {
        buffer.fill(space -> {
          int length = Math.min(space.remaining(), bytes.remaining());
          space.put(bytes.slice(bytes.position(), length));
          bytes.position(bytes.position() + length);
        });
        handleAll();
      }
    } catch (ProtocolException e) {
      connection.fail(Status.INTERNAL.withDescription("HTTP/2: " + e.getMessage()), e.errorCode());
    } finally {
      sink.release();
    }
  }

  private void handleAll() throws ProtocolException {
    if (!greeted) {
      greeted = buffer.skip(Frame.PREFACE);
      if (!greeted) {
        return;
      }
    }
    for (Frame frame = buffer.next(); frame != null; frame = buffer.next()) {
      handler.handle(frame);
    }
  }

  /** Ends the calls that still run. */
  @Override
  public void close() {
    connection.fail(Status.CANCELLED.withDescription("the server is closed"));
  }
}

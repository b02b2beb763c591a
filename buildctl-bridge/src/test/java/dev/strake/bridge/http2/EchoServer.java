package dev.strake.bridge.http2;

import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A gRPC server, grpc-netty or this package's own, with methods that answer, stream, hang and fail. */
final class EchoServer implements AutoCloseable {

  static final Metadata.Key<String> TEXT = Metadata.Key.of("x-text", Metadata.ASCII_STRING_MARSHALLER);
  static final Metadata.Key<byte[]> BINARY = Metadata.Key.of("x-bytes-bin", Metadata.BINARY_BYTE_MARSHALLER);

  static final MethodDescriptor<byte[], byte[]> ECHO = method("Echo", MethodDescriptor.MethodType.UNARY);
  static final MethodDescriptor<byte[], byte[]> FAIL = method("Fail", MethodDescriptor.MethodType.UNARY);
  static final MethodDescriptor<byte[], byte[]> HANG = method("Hang", MethodDescriptor.MethodType.UNARY);
  static final MethodDescriptor<byte[], byte[]> MANY = method("Many", MethodDescriptor.MethodType.SERVER_STREAMING);
  static final MethodDescriptor<byte[], byte[]> CHAT = method("Chat", MethodDescriptor.MethodType.BIDI_STREAMING);

  /** How many messages of {@link #MANY} the server could hand to its transport so far. */
  final AtomicInteger sent = new AtomicInteger();

  final CountDownLatch hanging = new CountDownLatch(1);
  final CompletableFuture<Void> cancelled = new CompletableFuture<>();

  /** Which implementation answers. */
  enum Kind {
    NETTY,
    OWN
  }

  private final InetSocketAddress address;
  private final Runnable closer;

  /** @param maxStreams how many calls at once grpc-netty allows */
  EchoServer(Kind kind, int maxStreams) throws IOException {
    switch (kind) {
      case NETTY -> {
        Server server = netty(maxStreams);
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
        closer = server::shutdownNow;
      }
      case OWN -> {
        SocketTunnel tunnel = SocketTunnel.serving(service());
        address = tunnel.address();
        closer = tunnel::close;
      }
      default -> throw new IllegalArgumentException(kind.name());
    }
  }

  private Server netty(int maxStreams) throws IOException {
    return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .maxInboundMessageSize(Integer.MAX_VALUE)
        .maxInboundMetadataSize(1 << 20)
        .maxConcurrentCallsPerConnection(maxStreams)
        .addService(service())
        .build()
            .start();
  }

  InetSocketAddress address() {
    return address;
  }

  SocketChannel connect() throws IOException {
    return SocketChannel.open(address);
  }

  static byte[] call(
      io.grpc.Channel channel, MethodDescriptor<byte[], byte[]> method, CallOptions options, byte[] request) {
    return ClientCalls.blockingUnaryCall(channel, method, options, request);
  }

  @Override
  public void close() {
    closer.run();
  }

  private ServerServiceDefinition service() {
    return ServerServiceDefinition.builder("strake.test.Echo")
        .addMethod(ECHO, echoingMetadata(ServerCalls.asyncUnaryCall((request, answer) -> {
          answer.onNext(request);
          answer.onCompleted();
        })))
        .addMethod(FAIL, ServerCalls.asyncUnaryCall((request, answer) -> {
          Metadata trailers = new Metadata();
          trailers.put(BINARY, request);
          answer.onError(
              Status.NOT_FOUND.withDescription("no such thing: 100% größer\n\"x\"").asRuntimeException(trailers));
        }))
        .addMethod(HANG, ServerCalls.asyncUnaryCall((request, answer) -> {
          ((ServerCallStreamObserver<byte[]>) answer).setOnCancelHandler(() -> cancelled.complete(null));
          hanging.countDown();
        }))
        .addMethod(MANY, ServerCalls.asyncServerStreamingCall((request, answer) -> many(request, answer)))
        .addMethod(CHAT, ServerCalls.asyncBidiStreamingCall(EchoServer::chat))
        .build();
  }

  private static ServerCallHandler<byte[], byte[]> echoingMetadata(ServerCallHandler<byte[], byte[]> handler) {
    return (call, headers) -> handler.startCall(
        new io.grpc.ForwardingServerCall.SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            if (headers.containsKey(TEXT)) {
              trailers.put(TEXT, headers.get(TEXT));
            }
            if (headers.containsKey(BINARY)) {
              trailers.put(BINARY, headers.get(BINARY));
            }
            super.close(status, trailers);
          }
        },
        headers);
  }

  /** A thousand messages of the request's bytes, as fast as flow control lets them go. */
  private void many(byte[] message, StreamObserver<byte[]> answer) {
    ServerCallStreamObserver<byte[]> call = (ServerCallStreamObserver<byte[]>) answer;
    call.setOnReadyHandler(() -> {
      while (call.isReady() && sent.get() < 1000) {
        call.onNext(message);
        if (sent.incrementAndGet() == 1000) {
          call.onCompleted();
        }
      }
    });
  }

  private static StreamObserver<byte[]> chat(StreamObserver<byte[]> answer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(byte[] message) {
        answer.onNext(message);
      }

      @Override
      public void onError(Throwable t) {
        answer.onError(t);
      }

      @Override
      public void onCompleted() {
        answer.onCompleted();
      }
    };
  }

  private static MethodDescriptor<byte[], byte[]> method(String name, MethodDescriptor.MethodType type) {
    return MethodDescriptor.<byte[], byte[]>newBuilder()
        .setType(type)
        .setFullMethodName("strake.test.Echo/" + name)
        .setRequestMarshaller(RawMessages.INSTANCE)
        .setResponseMarshaller(RawMessages.INSTANCE)
        .build();
  }
}

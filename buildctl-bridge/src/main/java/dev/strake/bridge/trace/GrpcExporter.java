package dev.strake.bridge.trace;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import dev.strake.bridge.http2.RawMessages;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends spans to OTLP's service behind a gRPC connection: a daemon's own, or a collector's. */
public final class GrpcExporter implements SpanExporter {

  private static final MethodDescriptor<byte[], byte[]> EXPORT =
      MethodDescriptor.newBuilder(RawMessages.INSTANCE, RawMessages.INSTANCE)
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("opentelemetry.proto.collector.trace.v1.TraceService/Export")
          .build();

  private final Channel channel;
  private final CallOptions options;
  private final Patience patience;
  private final Runnable closing;

  private GrpcExporter(Channel channel, CallOptions options, Patience patience, Runnable closing) {
    this.channel = channel;
    // The answer says nothing that takes time to read.
    this.options = options.withExecutor(MoreExecutors.directExecutor());
    this.patience = patience;
    this.closing = closing;
  }

  /**
   * To a daemon, which is asked once.
   *
   * @param patience how long it may take
   * @param closing lets go of the connection
   */
  public static GrpcExporter toDaemon(Channel channel, Duration patience, Runnable closing) {
    return new GrpcExporter(channel, CallOptions.DEFAULT, Patience.once(patience), closing);
  }

  /** The call that takes spans, for who stands in for a daemon. */
  public static MethodDescriptor<byte[], byte[]> method() {
    return EXPORT;
  }

  /** To a collector, with headers that may be secret. */
  static GrpcExporter toCollector(
      Channel channel, Metadata headers, CallOptions options, Patience patience, Runnable closing) {
    Channel told = ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    return new GrpcExporter(told, options, patience, closing);
  }

  @Override
  public void export(byte[] request) throws InterruptedException {
    patience.attempt(left -> delivered(request, left));
  }

  /** Whether there is nothing more to be done. */
  private boolean delivered(byte[] request, Duration left) throws InterruptedException {
    ListenableFuture<byte[]> answer = ClientCalls.futureUnaryCall(channel.newCall(EXPORT, options), request);
    try {
      answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      answer.cancel(true);
      return true;
    } catch (ExecutionException e) {
      return switch (Status.fromThrowable(e).getCode()) {
        case CANCELLED, DEADLINE_EXCEEDED, ABORTED, OUT_OF_RANGE, UNAVAILABLE, DATA_LOSS -> false;
        default -> true;
      };
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}

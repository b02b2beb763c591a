package dev.strake.bridge.trace;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import java.util.concurrent.TimeUnit;

/** A gRPC connection to a collector. */
final class CollectorChannel {

  private static final int CLOSING_MILLIS = 500;

  private CollectorChannel() {}

  /** The connection, which is made when first used. */
  static SpanExporter open(CollectorSettings settings) {
    NettyChannelBuilder builder = NettyChannelBuilder.forTarget("dns:///" + withPort(settings.endpoint()));
    if (settings.secure()) {
      builder.sslContext(tls(settings));
    } else {
      builder.usePlaintext();
    }
    ManagedChannel channel = builder.build();
    Metadata headers = new Metadata();
    settings.headers().forEach((name, value) -> {
      // Under such a name gRPC has bytes, and no text.
      if (!name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
        headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
      }
    });
    CallOptions options =
        settings.compressed() ? CallOptions.DEFAULT.withCompression("gzip") : CallOptions.DEFAULT;
    return GrpcExporter.toCollector(
        channel, headers, options, Patience.again(settings.timeout()), () -> close(channel));
  }

  /** Go's gRPC takes HTTPS's where none is said. */
  private static String withPort(String endpoint) {
    return endpoint.lastIndexOf(':') > endpoint.lastIndexOf(']') ? endpoint : endpoint + ":443";
  }

  private static SslContext tls(CollectorSettings settings) {
    ApplicationProtocolConfig http2 =
        new ApplicationProtocolConfig(
            Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, "h2");
    return new JdkSslContext(
        settings.tls().orElse(CollectorTls.OF_THE_JVM).context(),
        true,
        null,
        IdentityCipherSuiteFilter.INSTANCE,
        http2,
        ClientAuth.NONE,
        null,
        false);
  }

  private static void close(ManagedChannel channel) {
    channel.shutdownNow();
    try {
      channel.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

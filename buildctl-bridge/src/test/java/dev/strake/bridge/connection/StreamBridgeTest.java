package dev.strake.bridge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Host;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class StreamBridgeTest {

  private static final int CHUNKS = 64;

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());

  @TempDir Path folder;

  @AfterEach
  void endLoop() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private Channel connect(StreamBridge bridge) {
    Bootstrap client =
        new Bootstrap().group(loop).channel(LocalChannel.class).handler(new ChannelInboundHandlerAdapter() {});
    return client.connect(bridge.address()).syncUninterruptibly().channel();
  }

  @Test
  void aNameThatMeansNothingIsToldOf() {
    StreamBridge bridge =
        StreamBridge.start(loop, new EngineSocket(InetSocketAddress.createUnresolved("no.invalid", 2375)));

    connect(bridge).closeFuture().syncUninterruptibly();

    assertThat(bridge.complaint()).contains("lookup no.invalid: no such host");
  }

  /** One that never answers, and one that answers HTTP/1.1 and then never says that it has changed to HTTP/2. */
  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 400 Bad Request\r\n\r\n"})
  void whatIsStillBeingOpenedIsBrokenOff(String answer) throws Exception {
    Path socket = folder.resolve("engine.sock");
    try (ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      engine.bind(UnixDomainSocketAddress.of(socket));
      Channel connection =
          connect(StreamBridge.start(loop, new EngineSocket(UnixDomainSocketAddress.of(socket))));
      SocketChannel silent = engine.accept();
      read(silent);
      if (!answer.isEmpty()) {
        silent.write(ByteBuffer.wrap(answer.getBytes()));
        silent.close();
        silent = engine.accept();
        read(silent);
      }

      connection.close();

      assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      silent.close();
    }
    assertThat(readers()).isZero();
  }

  private static void read(SocketChannel from) throws IOException {
    assertThat(from.read(ByteBuffer.allocate(1024))).isPositive();
  }

  private static long readers() throws InterruptedException {
    for (int i = 0; i < 100 && count() > 0; i++) {
      Thread.sleep(20);
    }
    return count();
  }

  private static long count() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("strake-helper-reader"))
        .count();
  }

  @Test
  void aProgramThatReadsNothingIsEnded() throws Exception {
    Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\necho $$ > pid\nexec sleep 1000\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Host host = new Host(Map.of("PATH", folder + ":/usr/bin:/bin"), folder, true);
    HelperProgram opener = new HelperProgram(host, List.of("sh", "-c", "cd " + folder + " && exec ./program"));
    Channel connection = connect(StreamBridge.start(loop, opener));
    Path pid = folder.resolve("pid");
    while (Files.notExists(pid) || Files.size(pid) == 0) {
      Thread.sleep(20);
    }
    for (int i = 0; i < CHUNKS; i++) {
      connection.writeAndFlush(Unpooled.wrappedBuffer(new byte[64 * 1024]));
    }
    Thread.sleep(300);

    connection.close();

    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(10)));
  }
}

package dev.strake.bridge.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.ssh.SshHostKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SSH servers' keys, as we and the reference's own function find them out; the servers are in testdata/hostkeys. */
class HostKeysIT {

  @TempDir private static Path temporary;

  @Test
  void findsTheKeyThatTheReferenceFinds() throws IOException, InterruptedException {
    Path executable = ReferenceProgram.compile(Path.of("..", "testdata", "hostkeys"), temporary);
    Process servers = new ProcessBuilder(executable.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int compared = 0;
    try (BufferedReader lines = servers.inputReader()) {
      for (String line = lines.readLine(); line != null && !line.equals("ready"); line = lines.readLine()) {
        String[] portAndKey = line.split(" ", 2);
        assertThat(SshHostKeys.scan("127.0.0.1:" + portAndKey[0])).contains(portAndKey[1]);
        compared++;
      }
    } finally {
      servers.destroy();
    }
    assertThat(compared).isEqualTo(7);
  }

  @Test
  void knowsNothingOfOthers() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(SshHostKeys.scan("127.0.0.1:" + port)).isEmpty();
    assertThat(SshHostKeys.scan("[::1]:" + port)).isEmpty();
    assertThat(SshHostKeys.scan("127.0.0.1:x")).isEmpty();
    assertThat(SshHostKeys.scan("")).isEmpty();
  }
}

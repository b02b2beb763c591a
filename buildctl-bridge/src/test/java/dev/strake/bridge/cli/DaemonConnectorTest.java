package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaemonConnectorTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tcp://host           | address "tcp://host" has no port: expected tcp://HOST:PORT
          unix://              | address "unix://" names no socket
          kube-pod://          | kube-pod://: url lacks pod name
          ssh://me:word@far    | ssh://me:word@far: plain-text password is not supported
          nonsense             | unknown address "nonsense": expected unix://PATH, tcp://HOST:PORT
          """)
  void saysWhatIsWrongWithAnAddress(String address, String reason) throws Exception {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
    TestSession session = TestSession.in(folder);

    assertThat(session.run("build", "--addr", address, folder.toString())).isEqualTo(1);

    assertThat(session.err()).contains(reason).contains("write it as unix:///path/to/buildkitd.sock");
  }
}

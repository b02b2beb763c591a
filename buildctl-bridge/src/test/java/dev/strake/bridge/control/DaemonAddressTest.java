package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaemonAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ssh://foo | ssh -- foo buildctl dial-stdio
          ssh://foo/bar | ssh -- foo buildctl --addr unix:///bar dial-stdio
          ssh://me@foo:10022/s/t.sock | ssh -l me -p 10022 -- foo buildctl --addr unix:///s/t.sock dial-stdio
          docker-container://name | docker exec -i name buildctl dial-stdio
          docker-container://my_name?context=far | docker --context=far exec -i my_name buildctl dial-stdio
          podman-container://name | podman exec -i name buildctl dial-stdio
          nerdctl-container://name | nerdctl exec -i name buildctl dial-stdio
          nerdctl-container://n?namespace=k8s.io | nerdctl exec --namespace k8s.io -i n buildctl dial-stdio
          kube-pod://p | kubectl --context= --namespace= exec --container= -i p -- buildctl dial-stdio
          kube-pod://p?context=c&namespace=n&container=b | kubectl --context=c --namespace=n exec --container=b -i p -- buildctl dial-stdio
          """)
  void namesTheHelpersCommandLine(String text, String words) {
    List<String> helper =
        switch (DaemonAddress.parse(text)) {
          case DaemonAddress.Ssh ssh -> HelperWords.of(ssh);
          case DaemonAddress.DockerContainer container -> HelperWords.of(container);
          case DaemonAddress.PodmanContainer container -> HelperWords.of(container);
          case DaemonAddress.NerdctlContainer container -> HelperWords.of(container);
          case DaemonAddress.KubePod pod -> HelperWords.of(pod);
          case DaemonAddress.Unix unix -> List.of();
          case DaemonAddress.Tcp tcp -> List.of();
          case DaemonAddress.DockerEngine engine -> List.of();
          case DaemonAddress.RemoteDockerEngine engine -> List.of();
        };

    assertThat(String.join(" ", helper)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "unix:///run/b.sock, unix:///run/b.sock",
    "tcp://127.0.0.1:1234, tcp://127.0.0.1:1234",
    "tcp://[::1]:1234, tcp://[::1]:1234",
    "unix:///var/run/docker.sock, docker:///var/run/docker.sock",
    "docker://, docker:///var/run/docker.sock",
    "docker:///x/e.sock, docker:///x/e.sock",
    "docker://build.example:2375, docker://build.example:2375",
    "docker://[::1]:2375, docker://[::1]:2375",
    "ssh://me@[::1]:22/x, ssh://me@[::1]:22/x",
    "ssh://me@foo:22/x, ssh://me@foo:22/x",
    "docker-container://n?context=c, docker-container://n?context=c",
    "nerdctl-container://n?namespace=s, nerdctl-container://n?namespace=s",
    "kube-pod://p, kube-pod://p",
    "kube-pod://p?container=b&context=c&namespace=n, kube-pod://p?context=c&namespace=n&container=b",
    "kube-pod://p?container=b, kube-pod://p?container=b",
  })
  void showsAnAddressAsItIsWritten(String text, String shown) {
    assertThat(DaemonAddress.parse(text)).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ssh://me:secret@foo | plain-text password is not supported
          ssh://foo?bar | extra query after the host: "bar"
          ssh://foo#bar | extra fragment after the host: "bar"
          ssh:// | no host specified
          docker-container:// | url lacks container name
          podman-container:// | url lacks container name
          nerdctl-container:// | url lacks container name
          kube-pod:// | url lacks pod name
          kube-pod://P | unsupported pod name: "P"
          kube-pod://p?namespace=a%20b | unsupported namespace name: "a b"
          kube-pod://p?container=$x | unsupported container name: "$x"
          npipe:////./pipe/x | npipe connections are only supported on windows
          tcp://host | address "tcp://host" has no port: expected tcp://HOST:PORT
          unix:// | address "unix://" names no socket
          """)
  void refusesWhatIsNoAddress(String text, String message) {
    assertThatThrownBy(() -> DaemonAddress.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void listsWhatAnAddressMayBe() {
    assertThatThrownBy(() -> DaemonAddress.parse("here"))
        .hasMessageStartingWith("unknown address \"here\": expected unix://PATH, tcp://HOST:PORT");
  }
}

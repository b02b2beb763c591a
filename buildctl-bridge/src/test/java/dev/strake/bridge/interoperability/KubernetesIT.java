package dev.strake.bridge.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.Json;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests of {@code strake daemon manifests}, and the way into a pod. */
@ExtendWith({DaemonExtension.class, SystemReport.class})
@Timeout(120)
@OtherSystem(
    name = "Kubernetes",
    programs = "kubectl",
    limits = "there is no cluster; kubectl knows every field of the manifests, and kube-pod:// goes through a stand-in"
        + " for kubectl exec")
class KubernetesIT {

  private static final String IMAGE = "registry.example/buildkit:other";

  @TempDir Path folder;

  /** What kubectl's own types do not know is gone from what it prints: a misspelt field would be. */
  @ParameterizedTest
  @ValueSource(strings = {"deployment.yaml", "statefulset.yaml"})
  void kubectlKnowsEveryField(String name) throws Exception {
    Tools.strake("daemon", "manifests", folder.toString());
    String file = folder.resolve(name).toString();

    Json asWritten = json("label", "--local", "-f", file, "-o", "json", "app=buildkitd", "--overwrite");
    Json asUnderstood = json("set", "image", "--local", "-f", file, "-o", "json", "buildkitd=" + IMAGE);

    List<String> lost = new ArrayList<>();
    compare("", asWritten.fields(), asUnderstood.fields(), lost);
    assertThat(lost).singleElement().asString().endsWith("/image");
    assertThat(asUnderstood.toString()).contains(IMAGE);
  }

  private static void compare(String place, Object written, Object understood, List<String> lost) {
    if (written instanceof Map<?, ?> fields && understood instanceof Map<?, ?> known) {
      fields.forEach((key, value) -> compare(place + "/" + key, value, known.get(key), lost));
    } else if (written instanceof List<?> list && understood instanceof List<?> known && list.size() == known.size()) {
      for (int i = 0; i < list.size(); i++) {
        compare(place + "/" + i, list.get(i), known.get(i), lost);
      }
    } else if (!written.equals(understood)) {
      lost.add(place);
    }
  }

  private static Json json(String... words) throws Exception {
    String output = Tools.run("kubectl", words);
    return Json.read(output.substring(output.indexOf('{')).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aBuildGoesIntoAPod(TestDaemon daemon) throws Exception {
    Path program = Files.createDirectory(folder.resolve("bin")).resolve("kubectl");
    Files.writeString(
        program,
        "#!/bin/sh\necho \"$*\" >> %s\nexec %s --addr %s dial-stdio\n"
            .formatted(folder.resolve("calls"), SystemReport.find("buildctl").orElseThrow(), daemon.address()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));

    Tools.strake(
        Map.of("PATH", program.getParent() + ":" + System.getenv("PATH")),
        "build", "--addr", "kube-pod://buildkitd-0", "--build-context", "busybox=rootfs:busybox",
        "-o", folder.resolve("out").toString(), Sample.in(folder).context().toString());

    assertThat(folder.resolve("out/made")).hasContent("made\n");
    assertThat(folder.resolve("calls")).content().contains("exec", "buildkitd-0 -- buildctl dial-stdio");
  }
}

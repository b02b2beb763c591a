package dev.strake.bridge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.strake.bridge.control.CacheEntry;
import dev.strake.bridge.session.SecretSource;
import dev.strake.bridge.session.UploadSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine;

class BuildRequestTest {

  @TempDir Path folder;

  @BeforeEach
  void context() throws IOException {
    Files.createDirectories(folder.resolve("app/base"));
    Files.writeString(folder.resolve("app/Dockerfile"), "FROM scratch\n");
  }

  @Test
  void optionsBecomeTheFrontendsOwn() throws Exception {
    BuildRequest request =
        read("--build-arg a=1 --build-arg B --build-arg UNSET --label l=x=y --target t"
            + " --platform linux/amd64,linux/arm64 --no-cache --pull --network default"
            + " --add-host h:1.2.3.4 --opt shm-size=64 --allow network.host app");

    assertThat(request.options())
        .containsOnly(
            entry("filename", "Dockerfile"),
            entry("build-arg:a", "1"),
            entry("build-arg:B", "from the environment"),
            entry("build-arg:SOURCE_DATE_EPOCH", "7"),
            entry("label:l", "x=y"),
            entry("target", "t"),
            entry("platform", "linux/amd64,linux/arm64"),
            entry("no-cache", ""),
            entry("image-resolve-mode", "pull"),
            entry("force-network-mode", "sandbox"),
            entry("add-hosts", "h=1.2.3.4"),
            entry("shm-size", "64"));
    assertThat(request.session().locals())
        .containsOnly(entry("context", folder.resolve("app")), entry("dockerfile", folder.resolve("app")));
    assertThat(request.entitlements()).containsExactly("network.host");
  }

  @Test
  void steps() throws Exception {
    BuildRequest request =
        read("--no-cache-filter a,b --ulimit nofile=1:2 --ulimit core=0 --shm-size 64m --cgroup-parent g"
            + " --sbom --attest type=provenance,mode=max --attest type=other,a=b --provenance=false"
            + " --cache-from r/a --cache-to type=local,dest=c --cache-to type=inline app");

    assertThat(request.options())
        .contains(
            entry("no-cache", "a,b"),
            entry("ulimit", "nofile=1:2,core=0"),
            entry("shm-size", "67108864"),
            entry("cgroup-parent", "g"),
            entry("attest:sbom", ""),
            entry("attest:other", "a=b"))
        .doesNotContainKey("attest:provenance");
    assertThat(request.cacheImports()).containsExactly(new CacheEntry("registry", Map.of("ref", "r/a")));
    assertThat(request.cacheExports())
        .containsExactly(
            new CacheEntry("local", Map.of("dest", "c", "mode", "min")),
            new CacheEntry("inline", Map.of("mode", "min")));
  }

  @Test
  void contextsOfTheDockerfileAndOfTheCommandLine() throws Exception {
    Files.writeString(
        folder.resolve("app/Dockerfile.contexts"),
        "# comment\n\nbase=base\nimage = docker-image://alpine\nother=missing\n");

    BuildRequest request = read("--build-context other=app --build-context context=app app");

    assertThat(request.options())
        .contains(
            entry("context:base", "local:base"),
            entry("context:image", "docker-image://alpine"),
            entry("context:other", "local:other"),
            entry("context:context", "local:named-context"));
    assertThat(request.session().locals())
        .contains(
            entry("base", folder.resolve("app/base")),
            entry("other", folder.resolve("app")),
            entry("named-context", folder.resolve("app")),
            entry("context", folder.resolve("app")));
  }

  @Test
  void secrets() throws Exception {
    Files.writeString(folder.resolve("s"), "x");

    String words = "--secret id=a,src=s --secret id=b,env=B --secret id=B --secret id=c,type=env,src=B app";
    assertThat(read(words).session().secrets())
        .containsOnly(
            entry("a", new SecretSource.File(folder.resolve("s"))),
            entry("b", new SecretSource.Environment("B")),
            entry("B", new SecretSource.Environment("B")),
            entry("c", new SecretSource.Environment("B")));
  }

  @Test
  void remoteContext() throws Exception {
    BuildRequest request = read("-f sub/Dockerfile https://example.com/a.git#main");

    assertThat(request.options())
        .contains(entry("context", "https://example.com/a.git#main"), entry("filename", "sub/Dockerfile"));
    assertThat(request.session().locals()).isEmpty();
  }

  @Test
  void anArchiveOnStandardInputIsTheContext() throws Exception {
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      BuildRequest request = read(temporary, "a".repeat(257) + "ustar\0" + "b".repeat(400), "-f sub/D -");

      UploadSource archive = request.session().uploads().values().iterator().next();
      assertThat(request.options()).contains(entry("context", archive.url()), entry("filename", "sub/D"));
      assertThat(request.session().locals()).isEmpty();
      assertThat(archive.stream().readAllBytes()).hasSize(257 + 6 + 400).startsWith("aaa".getBytes(UTF_8));
    }
  }

  @Test
  void aDockerfileOnStandardInputHasAnEmptyContext() throws Exception {
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      BuildRequest request = read(temporary, "FROM scratch\n", "-");

      Map<String, Path> locals = request.session().locals();
      assertThat(locals.get("context")).isEmptyDirectory();
      assertThat(locals.get("dockerfile").resolve("Dockerfile")).hasContent("FROM scratch\n");
    }
  }

  private BuildRequest read(String words) throws Exception {
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      return read(temporary, "", words);
    }
  }

  private BuildRequest read(TemporaryFolder temporary, String input, String words) throws Exception {
    SourceOptions source = new SourceOptions();
    StepOptions steps = new StepOptions();
    ResultOptions result = new ResultOptions();
    CommandSpec spec = CommandSpec.create();
    spec.addMixin("source", CommandSpec.forAnnotatedObject(source));
    spec.addMixin("steps", CommandSpec.forAnnotatedObject(steps));
    spec.addMixin("result", CommandSpec.forAnnotatedObject(result));
    new CommandLine(spec).parseArgs(words.split(" "));
    Map<String, String> environment = Map.of("B", "from the environment", "SOURCE_DATE_EPOCH", "7");
    TestSession session = new TestSession(folder, environment).withInput(input);
    return new BuildRequestReader(session.session().host(), session.streams(), folder, temporary, line -> {})
        .read(source, steps, result.labels);
  }
}

package dev.strake.frontend.generated;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Dockerfile and the options of a build of it, as a name gives them: the same for the same name. It looks like what
 * people write, only denser, and something is wrong with a part of them.
 *
 * @param dockerfile the file's text
 * @param options frontend options
 * @param ignored the lines of a {@code .dockerignore}; empty for none
 */
public record GeneratedBuild(String dockerfile, Map<String, String> options, List<String> ignored) {

  private static final Map<String, List<String>> OPTIONS =
      Map.ofEntries(
          Map.entry("build-arg:VERSION", List.of("9.8", "", "with space", "<&>")),
          Map.entry("build-arg:DIR", List.of("/from/option", "")),
          Map.entry("build-arg:TARGETARCH", List.of("mips")),
          Map.entry("build-arg:HTTP_PROXY", List.of("http://proxy.test:3128")),
          Map.entry("build-arg:SOURCE_DATE_EPOCH", List.of("1700000000", "0", "")),
          Map.entry("build-arg:BUILDKIT_CACHE_MOUNT_NS", List.of("ns", "")),
          Map.entry("build-arg:BUILDKIT_DOCKERFILE_CHECK", List.of("skip=all", "error=true", "experimental=all")),
          Map.entry("build-arg:BUILDKIT_MULTI_PLATFORM", List.of("1", "true")),
          Map.entry("label:z", List.of("", "v <&>")),
          Map.entry("platform", List.of("linux/arm64", "linux/amd64,linux/arm/v7", "windows/amd64", "linux/arm64/v8")),
          Map.entry("no-cache", List.of("", "builder", "base,final")),
          Map.entry("add-hosts", List.of("h=10.0.0.1", "a=::1,b=1.2.3.4")),
          Map.entry("shm-size", List.of("67108864")),
          Map.entry("ulimit", List.of("nofile=1024:2048,nproc=10")),
          Map.entry("force-network-mode", List.of("host", "none", "sandbox")),
          Map.entry("hostname", List.of("h.test")),
          Map.entry("memory", List.of("1048576")),
          Map.entry("image-resolve-mode", List.of("local", "pull", "default")),
          Map.entry("context:base", List.of("docker-image://registry.test/other:2")),
          Map.entry("context:alpine", List.of("docker-image://busybox", "docker-image://scratch")),
          Map.entry("context:builder", List.of("docker-image://x/other:3", "https://example.com/x.git#main:sub")),
          Map.entry("context:debian:12-slim::linux/arm64", List.of("docker-image://registry.test/other:4")),
          Map.entry("context:tools", List.of("https://example.com/tools.tar", "git@example.com:a/b.git")),
          Map.entry("build-arg:empty", List.of("", "not")),
          Map.entry("build-arg:MISSING", List.of("here", "")),
          Map.entry("build-arg:BUILDKIT_CONTEXT_KEEP_GIT_DIR", List.of("1", "false")),
          Map.entry("cache-imports", List.of("[{\"Type\":\"registry\",\"Attrs\":{\"ref\":\"c\"}}]")),
          Map.entry("attest:provenance", List.of("mode=max", "false", "")),
          Map.entry("cpusetcpus", List.of("0-3,5")),
          Map.entry("cgroup-parent", List.of("/c")));

  private static final List<String> IGNORED =
      List.of(
          "*.md", "!README.md", "# comment", "", "node_modules", "**/*.txt", "/src", "src/", "a?c", "[a-c]*", "**",
          "*", "conf*", "**/x", "*.js|*.ts", "a{1,2}*", "\\d*", "app", "!app/keep", " lib ", "./etc/../etc", "..",
          "!", "[z-a]", "[", "package.json", "**/lib/**", "!**/main.go", "\uFEFFmain.go", "é*", "\\pL*", "with space");

  private static final List<Map.Entry<String, String>> DARING =
      List.of(
          Map.entry("target", "builder"),
          Map.entry("target", "0"),
          Map.entry("target", "BASE"),
          Map.entry("build-arg:SOURCE_DATE_EPOCH", "soon"),
          Map.entry("build-arg:BUILDKIT_DOCKERFILE_CHECK", "skip=A;b"),
          Map.entry("build-arg:BUILDKIT_MULTI_PLATFORM", "x"),
          Map.entry("platform", "linux/x/y/z"),
          Map.entry("platform", "linux/amd64,"),
          Map.entry("platform", "toaster"),
          Map.entry("ulimit", "nofile=2:1"),
          Map.entry("cpusetcpus", "a-b"),
          Map.entry("shm-size", "64m"),
          Map.entry("no-cache", "nothere"),
          Map.entry("context:alpine", "docker-image://UPPER"),
          Map.entry("context:base", "oci-layout://store:tag"),
          Map.entry("context:alpine", "input:none"),
          Map.entry("build-arg:SOURCE_DATE_EPOCH", "context"),
          Map.entry("build-arg:BUILDKIT_DISABLE_FILEOP", "1"),
          Map.entry("build-arg:BUILDKIT_DOCKERFILE_CHECK", "error=maybe"),
          Map.entry("add-hosts", "h"),
          Map.entry("context:base", "nothing"));

  /** The build of a name. */
  public static GeneratedBuild of(String name) {
    long seed = Hashing.farmHashFingerprint64().hashString(name, StandardCharsets.UTF_8).asLong();
    return new GeneratedBuild(
        new FileMaker(new Draw(seed)).file(), options(new Draw(~seed)), ignored(new Draw(Long.reverse(seed))));
  }

  private static Map<String, String> options(Draw draw) {
    Map<String, String> options = new LinkedHashMap<>();
    if (draw.chance(60)) {
      List<String> keys = OPTIONS.keySet().stream().sorted().toList();
      draw.some(draw.one(5, 10, 20), keys).forEach(key -> options.put(key, draw.one(OPTIONS.get(key))));
    }
    if (draw.chance(6)) {
      Map.Entry<String, String> daring = draw.one(DARING);
      options.put(daring.getKey(), daring.getValue());
    }
    return options;
  }

  private static List<String> ignored(Draw draw) {
    if (draw.chance(75)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (int i = draw.number(1, 5); i > 0; i--) {
      lines.add(draw.one(IGNORED));
    }
    return lines;
  }

  /** Puts stages together. */
  private static final class FileMaker {

    private static final int WRONG_PERCENT = 15;
    private static final List<String> NAMES =
        List.of("base", "builder", "final", "stage", "Build", "test-x", "a_b.c", "context");

    private final Draw draw;
    private final Words words;
    private final List<String> stages = new ArrayList<>();
    private final Instructions instructions;

    FileMaker(Draw draw) {
      this.draw = draw;
      this.words = new Words(draw);
      this.instructions = new Instructions(draw, words, new Copies.Stages(draw, stages));
    }

    String file() {
      List<String> lines = new ArrayList<>();
      lines.add(draw.maybe(25, () -> draw.one(
          "# syntax=docker/dockerfile:1", "# escape=\\", "# escape=`", "# check=skip=FromAsCasing", "# check=error=true",
          "#!/usr/bin/env docker", "# Escape = \\\n# syntax=a b", "# check=skip=all;error=true", "// syntax=x")));
      for (int i = draw.number(-3, 3); i > 0; i--) {
        lines.add(instructions.globalArg());
      }
      int count = draw.one(1, 1, 2, 2, 3, 5);
      for (int stage = 0; stage < count; stage++) {
        int i = stage;
        String name = draw.maybe(70, () -> draw.one(NAMES) + draw.maybe(60, () -> "" + i));
        lines.add(from(name));
        lines.addAll(instructions.several(1, 8));
        // A stage knows the ones before it.
        if (!name.isEmpty()) {
          stages.add(name);
        }
      }
      if (draw.chance(WRONG_PERCENT)) {
        lines.add(draw.number(Math.min(1, lines.size()), lines.size()), instructions.wrong());
      }
      String end = draw.chance(4) ? "\r\n" : "\n";
      String joined = String.join("\n", lines);
      if (joined.startsWith("# escape=`") && draw.chance(70)) {
        joined = joined.replace("\\", "`");
      }
      String text = joined.replace("\n", end) + draw.one(end, end, "");
      return draw.maybe(3, () -> "\uFEFF") + text;
    }

    private String from(String name) {
      String platform = draw.maybe(15, () -> "--platform=" + draw.one(
          "$BUILDPLATFORM", "${TARGETPLATFORM}", "linux/arm64", "windows/amd64",
          draw.chance(8) ? "$MISSING" : "linux/${TARGETARCH}") + " ");
      String base = stages.isEmpty() || draw.chance(55) ? image() : draw.one(stages);
      String as = name.isEmpty() ? "" : " " + draw.one("AS", "AS", "as", "As") + " " + name;
      return draw.one("FROM", "FROM", "FROM", "from") + " " + platform + base + as;
    }

    private String image() {
      if (draw.chance(2)) {
        return draw.one("$MISSING", "registry.test/UPPER", "golang:${VERSION}", "a:b:c");
      }
      return draw.one(
          "alpine", "scratch", "debian:12-slim", "registry.test/app:${TAG:-1}", "golang:${VERSION:-1}", "busybox",
          "registry.test/trait-onbuild:1", "registry.test/trait-onbuild2-user", "registry.test/trait-shell-workdir3:1",
          "registry.test/trait-environment2:x", "registry.test/trait-healthcheck-command1", "node:${LANG:-20}-alpine",
          "${BASE:-ubuntu}", "registry.test/trait-shell2", "alpine:3.20", "registry.test/x", "\"alpine\"");
    }
  }
}

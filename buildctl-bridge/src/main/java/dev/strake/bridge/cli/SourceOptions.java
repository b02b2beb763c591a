package dev.strake.bridge.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is built: the options that every command which reads a Dockerfile has. Filled in by picocli. */
final class SourceOptions {

  @Parameters(
      index = "0",
      paramLabel = "CONTEXT",
      description = "The folder that the Dockerfile's COPY reads, a git or http address, or - for a Dockerfile on"
          + " standard input.")
  String context = "";

  @Option(names = {"-f", "--file"}, paramLabel = "FILE", description = "The Dockerfile (default: CONTEXT/Dockerfile).")
  @Nullable String file;

  @Option(names = "--build-arg", paramLabel = "NAME[=VALUE]", description = "A value for ARG; without VALUE, the"
      + " variable's of that name.")
  List<String> buildArgs = new ArrayList<>();

  @Option(
      names = "--build-context",
      paramLabel = "NAME=VALUE",
      description =
          "A named context for FROM and COPY --from: a folder, rootfs:busybox, docker-image://, git or http address."
              + " <Dockerfile>.contexts holds more, one a line.")
  List<String> buildContexts = new ArrayList<>();

  @Option(names = "--target", paramLabel = "STAGE", description = "The stage to build (default: the last).")
  @Nullable String target;

  @Option(names = "--platform", paramLabel = "OS/ARCH", split = ",", description = "What to build for, such as"
      + " linux/arm64; several with commas.")
  List<String> platforms = new ArrayList<>();

  @Option(names = "--pull", description = "Ask the registry for newer base images.")
  boolean pull;

  @Option(names = "--network", paramLabel = "MODE", description = "The network of RUN: default, none or host.")
  @Nullable String network;

  @Option(names = "--add-host", paramLabel = "HOST:IP", description = "A line for /etc/hosts in RUN; repeatable.")
  List<String> addHosts = new ArrayList<>();

  @Option(names = "--opt", paramLabel = "KEY=VALUE", description = "Any other frontend option; repeatable.")
  List<String> frontendOptions = new ArrayList<>();
}

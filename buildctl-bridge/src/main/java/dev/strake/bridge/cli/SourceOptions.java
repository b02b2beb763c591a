package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.CommandSyntax.Operand;
import dev.strake.bridge.cli.argument.Option;
import java.util.List;

/** What is built: the options that every command has which reads a Dockerfile. */
final class SourceOptions {

  static final Operand CONTEXT =
      new Operand(
          "CONTEXT",
          "The folder that the Dockerfile's COPY reads, a git or http address, or - for a Dockerfile on standard input.");

  static final Option FILE = Option.single("-f --file", "FILE", "The Dockerfile (default: CONTEXT/Dockerfile).");

  static final Option BUILD_ARG =
      Option.repeated("--build-arg", "NAME[=VALUE]", "A value for ARG; without VALUE, the variable's of that name.");

  static final Option BUILD_CONTEXT =
      Option.repeated(
          "--build-context",
          "NAME=VALUE",
          "A named context for FROM and COPY --from: a folder, rootfs:busybox, docker-image://, a git or http address."
              + " <Dockerfile>.contexts may hold more, one a line.");

  static final Option TARGET = Option.single("--target", "STAGE", "The stage to build (default: the last).");

  static final Option PLATFORM =
      Option.repeated("--platform", "OS/ARCH", "What to build for, such as linux/arm64; several with commas.");

  static final Option PULL = Option.flag("--pull", "Ask the registry for newer base images.");

  static final Option NETWORK = Option.single("--network", "MODE", "The network of RUN: default, none or host.");

  static final Option ADD_HOST = Option.repeated("--add-host", "HOST:IP", "A line for /etc/hosts in RUN.");

  static final Option OPT = Option.repeated("--opt", "KEY=VALUE", "Any other frontend option.");

  static final List<Option> ALL =
      List.of(FILE, BUILD_ARG, BUILD_CONTEXT, TARGET, PLATFORM, PULL, NETWORK, ADD_HOST, OPT);

  private SourceOptions() {}
}

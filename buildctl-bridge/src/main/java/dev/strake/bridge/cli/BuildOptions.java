package dev.strake.bridge.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code strake build}, as they are typed. Filled in by picocli. */
final class BuildOptions {

  @Parameters(
      index = "0",
      paramLabel = "CONTEXT",
      description = "The folder that the Dockerfile's COPY reads, a git or http address, or - for a Dockerfile on"
          + " standard input.")
  String context = "";

  @Option(names = {"-f", "--file"}, paramLabel = "FILE", description = "The Dockerfile (default: CONTEXT/Dockerfile).")
  @Nullable String file;

  @Option(names = {"-t", "--tag"}, paramLabel = "NAME", description = "A name for the image, such as app:1; repeatable.")
  List<String> tags = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "SPEC",
      description = "Where the result goes: type=oci|docker|tar,dest=FILE, type=local,dest=FOLDER,"
          + " type=image,name=NAME[,push=true], FOLDER, or - for a tar archive on standard output; repeatable.")
  List<String> outputs = new ArrayList<>();

  @Option(names = "--build-arg", paramLabel = "NAME[=VALUE]", description = "A value for ARG; without VALUE, the"
      + " variable's of that name.")
  List<String> buildArgs = new ArrayList<>();

  @Option(names = "--build-context", paramLabel = "NAME=VALUE", description = "A named context for FROM and COPY --from: a"
      + " folder, rootfs:busybox, docker-image://, git or http address. <Dockerfile>.contexts holds more, one a line.")
  List<String> buildContexts = new ArrayList<>();

  @Option(names = "--target", paramLabel = "STAGE", description = "The stage to build (default: the last).")
  @Nullable String target;

  @Option(names = "--platform", paramLabel = "OS/ARCH", split = ",", description = "What to build for, such as"
      + " linux/arm64; several with commas.")
  List<String> platforms = new ArrayList<>();

  @Option(names = "--label", paramLabel = "NAME=VALUE", description = "A label for the image; repeatable.")
  List<String> labels = new ArrayList<>();

  @Option(names = "--secret", paramLabel = "SPEC", description = "A secret for RUN --mount=type=secret:"
      + " id=ID,src=FILE or id=ID,env=VARIABLE; repeatable.")
  List<String> secrets = new ArrayList<>();

  @Option(names = "--no-cache", description = "Run every step again.")
  boolean noCache;

  @Option(names = "--pull", description = "Ask the registry for newer base images.")
  boolean pull;

  @Option(names = "--network", paramLabel = "MODE", description = "The network of RUN: default, none or host.")
  @Nullable String network;

  @Option(names = "--add-host", paramLabel = "HOST:IP", description = "A line for /etc/hosts in RUN; repeatable.")
  List<String> addHosts = new ArrayList<>();

  @Option(names = "--allow", paramLabel = "ENTITLEMENT", description = "Allow network.host or security.insecure.")
  List<String> entitlements = new ArrayList<>();

  @Option(names = "--opt", paramLabel = "KEY=VALUE", description = "Any other frontend option; repeatable.")
  List<String> frontendOptions = new ArrayList<>();

  @Option(names = "--frontend", paramLabel = "NAME", description = "Who reads the Dockerfile: strake (default), or a"
      + " frontend of the daemon, such as dockerfile.v0, to compare with.")
  String frontend = BuildRequest.OWN_FRONTEND;

  @Option(names = "--metadata-file", paramLabel = "FILE", description = "Write the result's metadata there, as JSON.")
  @Nullable String metadataFile;

  @Option(names = "--iidfile", paramLabel = "FILE", description = "Write the image's digest there.")
  @Nullable String iidFile;
}

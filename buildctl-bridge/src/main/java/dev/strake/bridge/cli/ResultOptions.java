package dev.strake.bridge.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How it is built, and what comes of the result. Filled in by picocli. */
final class ResultOptions {

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "NAME",
      description = "A name for the image, such as app:1; repeatable.")
  List<String> tags = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "SPEC",
      description = "Where the result goes: type=oci|docker|tar,dest=FILE, type=local,dest=FOLDER,"
          + " type=image,name=NAME[,push=true], FOLDER, or - for a tar archive on standard output; repeatable.")
  List<String> outputs = new ArrayList<>();

  @Option(names = "--label", paramLabel = "NAME=VALUE", description = "A label for the image; repeatable.")
  List<String> labels = new ArrayList<>();

  @Option(names = "--secret", paramLabel = "SPEC", description = "A secret for RUN --mount=type=secret:"
      + " id=ID,src=FILE or id=ID,env=VARIABLE; repeatable.")
  List<String> secrets = new ArrayList<>();

  @Option(names = "--no-cache", description = "Run every step again.")
  boolean noCache;

  @Option(names = "--allow", paramLabel = "ENTITLEMENT", description = "Allow network.host or security.insecure.")
  List<String> entitlements = new ArrayList<>();

  @Option(names = "--frontend", paramLabel = "NAME", description = "Who reads the Dockerfile: strake (default), or a"
      + " frontend of the daemon, such as dockerfile.v0, to compare with.")
  String frontend = BuildRequest.OWN_FRONTEND;

  @Option(names = "--metadata-file", paramLabel = "FILE", description = "Write the result's metadata there, as JSON.")
  @Nullable String metadataFile;

  @Option(names = "--iidfile", paramLabel = "FILE", description = "Write the image's digest there.")
  @Nullable String iidFile;
}

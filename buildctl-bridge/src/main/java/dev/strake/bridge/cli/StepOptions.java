package dev.strake.bridge.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the steps are run, and with what. Filled in by picocli. */
final class StepOptions {

  @Option(names = "--no-cache", description = "Run every step again.")
  boolean noCache;

  @Option(
      names = "--no-cache-filter",
      paramLabel = "STAGE",
      split = ",",
      description = "Run the steps of this stage again; several with commas.")
  List<String> noCacheFilters = new ArrayList<>();

  @Option(
      names = "--cache-from",
      paramLabel = "SPEC",
      description = "Where to get build cache: an image's name, or type=registry|local|gha|s3|azblob,...; repeatable.")
  List<String> cacheImports = new ArrayList<>();

  @Option(
      names = "--cache-to",
      paramLabel = "SPEC",
      description = "Where to put build cache: an image's name, or type=inline|registry|local|gha|s3|azblob,...;"
          + " repeatable.")
  List<String> cacheExports = new ArrayList<>();

  @Option(names = "--secret", paramLabel = "SPEC", description = "A secret for RUN --mount=type=secret:"
      + " id=ID,src=FILE or id=ID,env=VARIABLE; repeatable.")
  List<String> secrets = new ArrayList<>();

  @Option(names = "--ssh", paramLabel = "SPEC", description = "An agent for RUN --mount=type=ssh: default, or"
      + " ID=SOCKET|KEY[,KEY]; repeatable.")
  List<String> ssh = new ArrayList<>();

  @Option(names = "--allow", paramLabel = "ENTITLEMENT", description = "Allow network.host, security.insecure or"
      + " device.")
  List<String> entitlements = new ArrayList<>();

  @Option(names = "--ulimit", paramLabel = "NAME=SOFT[:HARD]", description = "A limit for RUN; repeatable.")
  List<String> ulimits = new ArrayList<>();

  @Option(names = "--shm-size", paramLabel = "BYTES", description = "The size of /dev/shm in RUN, such as 64m.")
  @Nullable String shmSize;

  @Option(names = "--cgroup-parent", paramLabel = "CGROUP", description = "The control group of RUN.")
  @Nullable String cgroupParent;

  @Option(names = "--attest", paramLabel = "SPEC", description = "A statement about the image: type=sbom or"
      + " type=provenance, and its settings; repeatable.")
  List<String> attests = new ArrayList<>();

  @Option(names = "--sbom", paramLabel = "SPEC", arity = "0..1", fallbackValue = "true",
      description = "A list of what the image holds; short for --attest type=sbom.")
  @Nullable String sbom;

  @Option(names = "--provenance", paramLabel = "SPEC", arity = "0..1", fallbackValue = "true",
      description = "How the image came to be, such as mode=max; short for --attest type=provenance.")
  @Nullable String provenance;

  @Option(
      names = "--registry-auth-tlscontext",
      paramLabel = "SPEC",
      description = "Certificates for a registry and its token server: host=HOST,ca=FILE,cert=FILE,key=FILE or"
          + " host=HOST,insecure=true; repeatable.")
  List<String> registryTls = new ArrayList<>();

  @Option(names = "--frontend", paramLabel = "NAME", description = "Who reads the Dockerfile: strake (default), or a"
      + " frontend of the daemon, such as dockerfile.v0, to compare with.")
  String frontend = BuildRequest.OWN_FRONTEND;
}

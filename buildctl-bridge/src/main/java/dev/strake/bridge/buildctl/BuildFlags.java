package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import java.util.List;

/** The flags of {@code build}. */
final class BuildFlags {

  static final String OUTPUT = "output";
  static final String PROGRESS = "progress";
  static final String TRACE = "trace";
  static final String LOCAL = "local";
  static final String OCI_LAYOUT = "oci-layout";
  static final String FRONTEND = "frontend";
  static final String OPT = "opt";
  static final String NO_CACHE = "no-cache";
  static final String EXPORT_CACHE = "export-cache";
  static final String IMPORT_CACHE = "import-cache";
  static final String SECRET = "secret";
  static final String ALLOW = "allow";
  static final String SSH = "ssh";
  static final String METADATA_FILE = "metadata-file";
  static final String SOURCE_POLICY_FILE = "source-policy-file";
  static final String PROXY_NETWORK = "proxy-network";
  static final String REF_FILE = "ref-file";
  static final String REGISTRY_TLS = "registry-auth-tlscontext";
  static final String CACHE_METRICS = "debug-json-cache-metrics";

  static final String SYNOPSIS =
      """

      Build a Dockerfile and push the image:
        $ buildctl build --frontend dockerfile.v0 --local context=. --local dockerfile=. --opt target=app \
      --output type=image,name=registry.example/app,push=true
      """;

  private BuildFlags() {}

  static List<Flag> all() {
    return List.of(
        Flag.of(Kind.TEXTS, OUTPUT, "a result, such as type=image,name=registry.example/app,push=true").or("o"),
        Flag.of(Kind.TEXT, PROGRESS, "how to show the build: auto, plain, tty, rawjson or quiet").withDefault("auto"),
        Flag.of(Kind.TEXT, TRACE, "file that the build's events are added to, as JSON"),
        Flag.of(Kind.TEXTS, LOCAL, "a folder that the build may read, as name=folder"),
        Flag.of(Kind.TEXTS, OCI_LAYOUT, "an OCI layout that the build may read, as name=folder"),
        Flag.of(Kind.TEXT, FRONTEND, "frontend that makes the build; without one, LLB comes on standard input"),
        Flag.of(Kind.TEXTS, OPT, "an option for the frontend, such as target=app or build-arg:name=value"),
        Flag.of(Kind.SWITCH, NO_CACHE, "run every step anew"),
        Flag.of(Kind.TEXTS, EXPORT_CACHE, "where to put the build cache, such as type=local,dest=folder"),
        Flag.of(Kind.TEXTS, IMPORT_CACHE, "where to get build cache, such as type=registry,ref=registry.example/app"),
        Flag.of(Kind.TEXTS, SECRET, "a secret that the build may read, as id=name,src=file"),
        Flag.of(Kind.TEXTS, ALLOW, "a privilege of the build: network.host, security.insecure or device"),
        Flag.of(
            Kind.TEXTS,
            SSH,
            "an SSH agent, keys or a socket for the build: default|<id>[=<socket>[,raw=true]|<key>,...]"),
        Flag.of(Kind.TEXT, METADATA_FILE, "file for what the exporters tell, as JSON"),
        Flag.of(Kind.TEXT, SOURCE_POLICY_FILE, "file with a source policy, as JSON"),
        Flag.of(Kind.SWITCH, PROXY_NETWORK, "let steps reach the network through the daemon's proxy only"),
        Flag.of(Kind.TEXT, REF_FILE, "file for the build's id"),
        Flag.of(
            Kind.TEXTS,
            REGISTRY_TLS,
            "TLS for a registry's token server, as host=name,ca=file,cert=file,key=file,insecure=false"),
        Flag.of(Kind.TEXT, CACHE_METRICS, "file for figures about the cache; 'stdout' and 'stderr' are those streams"));
  }
}

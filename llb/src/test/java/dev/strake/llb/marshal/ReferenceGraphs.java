package dev.strake.llb.marshal;

import dev.strake.llb.CacheSharing;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.CdiDevice;
import dev.strake.llb.Constraints;
import dev.strake.llb.ContentCache;
import dev.strake.llb.ExecResult;
import dev.strake.llb.ExecSpec;
import dev.strake.llb.HostIp;
import dev.strake.llb.ImageOptions;
import dev.strake.llb.LinuxResources;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.Mount;
import dev.strake.llb.NetworkMode;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.Platform;
import dev.strake.llb.ProgressGroup;
import dev.strake.llb.ProxyEnv;
import dev.strake.llb.SecretMount;
import dev.strake.llb.SecurityMode;
import dev.strake.llb.SourceMap;
import dev.strake.llb.SourceRange;
import dev.strake.llb.Sources;
import dev.strake.llb.SshMount;
import dev.strake.llb.State;
import dev.strake.llb.Ulimit;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The graphs whose bytes are compared with the reference's. */
final class ReferenceGraphs {
  static final Platform AMD64 = Platform.of("linux", "amd64");
  static final Platform ARM64 = new Platform("linux", "arm64", "v8", "", List.of());
  static final Platform WINDOWS = new Platform("windows", "amd64", "", "10.0.17763", List.of("win32k", "a"));
  static final Constraints ON_ARM64 = Constraints.NONE.withPlatform(ARM64);
  static final MarshalOptions OPTIONS = MarshalOptions.of(AMD64);
  static final State IMAGE = image("alpine");
  static final State OTHER = image("other");
  static final State LOCAL =
      Sources.local("context", LocalOptions.NONE.withConstraints(Constraints.NONE.withLocalUniqueId("u")));

  private final Map<String, Graph> graphs = new LinkedHashMap<>();

  private ReferenceGraphs() {}

  /** A graph and how it is marshalled. */
  record Graph(State state, MarshalOptions options) {}

  static Map<String, Graph> all() {
    ReferenceGraphs all = new ReferenceGraphs();
    all.add("scratch", State.scratch());
    SourceGraphs.addTo(all);
    all.addRuns();
    all.addRunOptions();
    all.addMounts();
    all.addSecrets();
    all.addPlatforms();
    FileGraphs.addTo(all);
    all.addLayers();
    all.addOrders();
    all.addSourceMaps();
    all.addReloads();
    return all.graphs;
  }

  void add(String name, State state) {
    add(name, state, OPTIONS);
  }

  void add(String name, State state, MarshalOptions options) {
    graphs.put(name, new Graph(state, options));
  }

  static State image(String reference) {
    return Sources.image(reference, ImageOptions.NONE);
  }

  static State image(String reference, Platform platform) {
    return Sources.image(reference, ImageOptions.NONE.withConstraints(Constraints.NONE.withPlatform(platform)));
  }

  private static ExecSpec.Builder shell(String command) {
    return ExecSpec.builder(List.of("/bin/sh", "-c", command));
  }

  static State run(State state, String command) {
    return state.run(shell(command).build()).root();
  }

  private static State run(State state, Constraints constraints) {
    return state.run(shell("x").constraints(constraints).build()).root();
  }

  private static State run(State state, Consumer<ExecSpec.Builder> options) {
    ExecSpec.Builder builder = shell("s");
    options.accept(builder);
    return state.run(builder.build()).root();
  }

  private void addRuns() {
    add("run", run(IMAGE, "true"));
    add("run-scratch", run(State.scratch(), "true"));
    add("run-caps", run(IMAGE, "true"), OPTIONS.withCaps(CapabilitySet.all()));
    MarshalOptions noCaps = OPTIONS.withCaps(CapabilitySet.of(Set.of()));
    add("run-no-caps", run(IMAGE.withEnv("A", "b"), "true"), noCaps);
    add("run-no-caps-path", run(IMAGE.withEnv("PATH", "/x").withEnv("A", "b"), "true"), noCaps);
    State windows = image("w", WINDOWS).run(ExecSpec.builder(List.of("cmd")).build()).root();
    add("run-no-caps-windows", windows, MarshalOptions.of(WINDOWS).withCaps(CapabilitySet.of(Set.of())));
    State env = IMAGE.withEnv("A", "1").withEnv("B", "2").withEnv("A", "3").withEnv("C", "");
    add("run-env-order", run(env, "env"));
    State settings =
        IMAGE
            .withDir("/a")
            .withDir("b/../c")
            .withUser("u:g")
            .withHostname("h")
            .withNetwork(NetworkMode.HOST)
            .withSecurity(SecurityMode.INSECURE)
            .withExtraHosts(List.of(new HostIp("e", "10.0.0.1")))
            .withExtraHosts(List.of(new HostIp("f", "::1")))
            .withUlimits(List.of(new Ulimit("nofile", 1, 2), new Ulimit("nproc", -1, -1)))
            .withCgroupParent("cg");
    add("run-settings", run(settings, "x"));
    State base = IMAGE.withDir("/a");
    State process = base.withDir("b").withEnv("K", "V").withUser("me").withNetwork(NetworkMode.NONE);
    add("run-local-settings", run(base.run(shell("x").build(), process).root(), "y"));
  }

  private void addRunOptions() {
    OpMetadata metadata =
        OpMetadata.NONE
            .withDescription(Map.of(OpMetadata.CUSTOM_NAME, "n"))
            .withIgnoreCache()
            .withProgressGroup(new ProgressGroup("id", "name", true))
            .withLinuxResources(new LinuxResources(1, 2, 3, 4, -5, "0", "1"))
            .withExportCache(Optional.of(true))
            .withDescription(Map.of("z", "é", "a", ""));
    ExecSpec spec =
        shell("x")
            .proxyEnv(new ProxyEnv("h", "hs", "f", "n", "a"))
            .validExitCodes(List.of(0, 1, 300, -1))
            .device(new CdiDevice("v/c=d", true))
            .device(new CdiDevice("v/c=e", false))
            .constraints(Constraints.NONE.withMetadata(metadata).withWorkerFilters(List.of("f1", "f2")))
            .build();
    add("run-options", IMAGE.run(spec).root());
    OpMetadata noExport = OpMetadata.NONE.withExportCache(Optional.of(false));
    add("run-no-export", run(IMAGE, Constraints.NONE.withMetadata(noExport)));
    add("run-readonly", IMAGE.run(shell("x").readonlyRoot().build()).root());
    ExecSpec readonly = shell("x").readonlyRoot().mount(Mount.bind("/out", State.scratch())).build();
    add("run-readonly-mount", IMAGE.run(readonly).mount("/out"));
    add("run-no-args", IMAGE.run(ExecSpec.builder(List.of()).build()).root());
    add("run-invalid-utf8", IMAGE.run(ExecSpec.builder(List.of("a\udcffb")).build()).root());
    ExecSpec unicode = ExecSpec.builder(List.of("ß", "漢字", "😀", "")).build();
    add("run-unicode", IMAGE.withEnv("é", "😀").run(unicode).root());
    MarshalOptions forAll =
        OPTIONS.withConstraints(
            Constraints.NONE
                .withIgnoreCache()
                .withWorkerFilters(List.of("base"))
                .withProgressGroup(new ProgressGroup("a", "b", false)));
    ExecSpec named = shell("y").constraints(Constraints.NONE.withCustomName("n")).build();
    add("metadata-marshal", IMAGE.run(named).root(), forAll);
  }

  private static ExecSpec.Builder mounts() {
    return shell("m")
        .mount(Mount.bind("/z", OTHER))
        .mount(Mount.bind("/b", OTHER).asReadonly().withSelector("/sel"))
        .mount(Mount.bind("/a", LOCAL).discardingWrites())
        .mount(Mount.cache("/cache", State.scratch(), "id", CacheSharing.LOCKED))
        .mount(Mount.cache("/cache2", OTHER, "id2", CacheSharing.PRIVATE).withSelector("x").asReadonly())
        .mount(Mount.cache("/cache3", OTHER, "id3", CacheSharing.SHARED))
        .mount(Mount.tmpfs("/tmp", 123))
        .mount(Mount.tmpfs("/tmp2", 0))
        .mount(Mount.bind("/cc", OTHER).withContentCache(ContentCache.ON))
        .mount(Mount.bind("/cd", OTHER).withContentCache(ContentCache.OFF))
        .mount(Mount.bind("/empty", State.scratch()));
  }

  private void addMounts() {
    add("mounts", IMAGE.run(mounts().build()).root());
    ExecResult more = IMAGE.run(mounts().mount(Mount.bind("/zz", OTHER.withDir("/d"))).build());
    add("mount-z", run(more.mount("/zz"), "y"));
    ExecSpec duplicates =
        shell("d")
            .mount(Mount.bind("/x", OTHER))
            .mount(Mount.bind("/x", LOCAL))
            .mount(Mount.bind("/", OTHER).asReadonly())
            .build();
    add("exec-mount-duplicates", IMAGE.run(duplicates).root());
  }

  private void addSecrets() {
    String target = "/run/secrets/s";
    add(
        "secrets",
        run(
            IMAGE,
            spec ->
                spec.secret(SecretMount.file("/s1", "/s1"))
                    .secret(new SecretMount("id", Optional.of(target), Optional.empty(), 1, 2, 0444, true))
                    .secret(SecretMount.env("e", "ENVN"))
                    .secret(new SecretMount("both", Optional.of(target), Optional.of("B"), 0, 0, 0400, true))));
    add("secret-file-only", run(IMAGE, spec -> spec.secret(SecretMount.file("id", target))));
    SshMount plain = new SshMount("", "", 0, 0, 0600, false);
    add("ssh", run(IMAGE, spec -> spec.ssh(plain).ssh(new SshMount("i", "/sock", 1, 2, 0666, true)).ssh(plain)));
    SshMount at = new SshMount("", "/t", 0, 0, 0600, false);
    add("ssh-env", run(IMAGE.withEnv("SSH_AUTH_SOCK", "mine"), spec -> spec.ssh(at)));
  }

  private void addPlatforms() {
    State arm = run(image("x", ARM64), "p");
    State windows = arm.run(shell("q").constraints(Constraints.NONE.withPlatform(WINDOWS)).build()).root();
    add("run-platform", run(windows, "r"));
    add("state-platform", run(IMAGE.withPlatform(Platform.of("linux", "arm")), "p"));
    State settings = OTHER.withDir("/o").withEnv("O", "2");
    add("reset", run(IMAGE.withDir("/i").withEnv("I", "1").reset(settings), "p"));
    add("reset-platform", run(image("x", ARM64).withDir("/i").reset(settings), "p"));
  }

  private void addLayers() {
    State a = FileGraphs.mkdir(IMAGE, "/a");
    State b = FileGraphs.mkdir(IMAGE, "/b");
    Constraints none = Constraints.NONE;
    add("merge", State.merge(List.of(a, b, State.scratch(), a), none.withCustomName("merge")));
    add("merge-one", State.merge(List.of(State.scratch(), b), none));
    add("merge-none", State.merge(List.of(State.scratch()), none));
    add("diff", State.diff(IMAGE, a, none.withCustomName("diff")));
    add("diff-same", State.diff(a, a, none));
    add("diff-upper-scratch", State.diff(a, State.scratch(), none));
    add("diff-lower-scratch", State.diff(State.scratch(), a, none));
    State merged = State.merge(List.of(IMAGE, State.diff(IMAGE, a, none), State.diff(IMAGE, b, none)), none);
    add("merge-diff", run(merged, "after"));
    add("build", a.build("", none));
    add("build-options", a.build("f.llb", ON_ARM64.withCustomName("n")));
    add("requires", run(a.requires("id", List.of(b, State.scratch(), OTHER), Constraints.NONE), "x"));
    add("requires-none", a.requires("id", List.of(), Constraints.NONE));
    add("requires-scratch", State.scratch().requires("id", List.of(b), Constraints.NONE));
    add("requires-no-id", a.requires("", List.of(b), Constraints.NONE));
  }

  private static State diamond() {
    State a = FileGraphs.mkdir(IMAGE, "/a");
    State b = FileGraphs.mkdir(IMAGE, "/b");
    State left = a.run(shell("l").mount(Mount.bind("/m", b)).build()).root();
    State right = b.run(shell("r").mount(Mount.bind("/m", a)).build()).root();
    return State.merge(List.of(left, right), Constraints.NONE);
  }

  private void addOrders() {
    add("diamond", diamond());
    Constraints first = Constraints.NONE.withCustomName("1");
    Constraints second = Constraints.NONE.withCustomName("2").withIgnoreCache();
    State one = Sources.image("x", ImageOptions.NONE.withConstraints(first));
    State two = Sources.image("x", ImageOptions.NONE.withConstraints(second));
    add("same-bytes", State.merge(List.of(one, two), Constraints.NONE));
    ExecSpec mounts =
        shell("x")
            .mount(Mount.bind("/3", image("i1")))
            .mount(Mount.bind("/1", image("i2")))
            .mount(Mount.bind("/2", image("i3")))
            .build();
    add("order-mounts", IMAGE.run(mounts).root());
  }

  private static SourceMap file(Optional<State> state) {
    byte[] data = "FROM x\nRUN y\n".getBytes(StandardCharsets.UTF_8);
    return new SourceMap(state, "Dockerfile", "Dockerfile", data);
  }

  private static Constraints at(SourceMap file, int... lines) {
    return at(Constraints.NONE, file, lines);
  }

  private static Constraints at(Constraints constraints, SourceMap file, int... lines) {
    List<SourceRange> ranges = new java.util.ArrayList<>();
    for (int i = 0; i + 1 < lines.length; i += 2) {
      ranges.add(new SourceRange(lines[i], 0, lines[i + 1], 4));
    }
    return constraints.withLocation(file.location(ranges));
  }

  private static State withSource() {
    SourceMap first = file(Optional.of(LOCAL));
    SourceMap same = file(Optional.empty());
    SourceMap other = new SourceMap(Optional.empty(), "other", "", new byte[0]);
    State image = Sources.image("x", ImageOptions.NONE.withConstraints(at(first, 1, 1)));
    ExecSpec spec = shell("y").constraints(at(at(first, 2, 2), same, 3, 3, 4, 5)).build();
    return FileGraphs.mkdir(image.run(spec).root(), "/d", at(other, 9, 9));
  }

  private void addSourceMaps() {
    add("source-map", withSource());
    SourceMap file = file(Optional.of(LOCAL));
    State one = Sources.image("x", ImageOptions.NONE.withConstraints(at(file, 1, 1)));
    State two = Sources.image("x", ImageOptions.NONE.withConstraints(at(file, 2, 2)));
    add("source-map-shared", State.merge(List.of(one, two), Constraints.NONE));
  }

  private static State reload(State state) {
    Definition definition = Marshaller.marshal(state, OPTIONS);
    return Definition.fromProto(definition.toProto()).toState();
  }

  private void addReloads() {
    add("reload", reload(withSource()));
    add("reload-diamond", reload(diamond()));
    ExecSpec more = shell("more").mount(Mount.bind("/m", reload(diamond()))).build();
    add("reload-then", reload(withSource()).run(more).root(), MarshalOptions.of(ARM64));
    ExecResult run = IMAGE.run(shell("x").mount(Mount.bind("/out", State.scratch())).build());
    State both = State.merge(List.of(run.root(), run.mount("/out")), Constraints.NONE);
    add("two-outputs", both);
    add("two-outputs-reload", reload(both));
    add("mount-output", run.mount("/out"));
    add("mount-output-reload", reload(run.mount("/out")));
    add("get-mount", run(run.mount("/out"), "z"));
    ExecSpec withPlatform =
        shell("x").mount(Mount.bind("/out", State.scratch())).mount(Mount.bind("/p", image("q", ARM64))).build();
    add("add-mount-platform", run(IMAGE.run(withPlatform).mount("/p"), "z"));
  }
}

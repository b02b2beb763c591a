package dev.strake.frontend.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.frontend.expand.Expander;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.grammar.shell.Environment;
import dev.strake.llb.CacheSharing;
import dev.strake.llb.SecurityMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {

  private static final Environment SHIP =
      new Environment() {
        private final Map<String, String> values = Map.of("SHIP", "bark", "DEPTH", "7");

        @Override
        public @Nullable String get(String name) {
          return values.get(name);
        }

        @Override
        public Collection<String> keys() {
          return values.keySet();
        }
      };
  private static final Expander EXPANDER = word -> WordExpander.of('\\').expand(word, SHIP);

  @Test
  void from() {
    Parse parse =
        Parse.of(
            "ARG TAG=1\n# Hull the outer shell\nFROM --platform=$BUILDPLATFORM base:$TAG aS Hull\n# x\nFROM hull\n");
    assertThat(parse.stages().globalArgs().getFirst().args())
        .containsExactly(new ArgDefinition("TAG", Optional.of("1"), ""));
    Stage hull = parse.stages().stages().getFirst();
    assertThat(hull.name()).isEqualTo("hull");
    assertThat(hull.baseName()).isEqualTo("base:$TAG");
    assertThat(hull.platform()).isEqualTo("$BUILDPLATFORM");
    assertThat(hull.docComment()).isEmpty();
    assertThat(hull.from().code()).isEqualTo("FROM --platform=$BUILDPLATFORM base:$TAG aS Hull");
    assertThat(hull.from().comments()).containsExactly("Hull the outer shell");
    assertThat(parse.stages().stages().get(1).name()).isEmpty();
  }

  @Test
  void docComments() {
    Parse parse = Parse.of("# keel where it begins\nFROM scratch AS keel\n# B the beam\n# A the anchor\nARG A B=2\n");
    Stage keel = parse.stages().stages().getFirst();
    assertThat(keel.docComment()).isEqualTo("where it begins");
    assertThat(((ArgCommand) keel.commands().getFirst()).args())
        .containsExactly(
            new ArgDefinition("A", Optional.empty(), "the anchor"),
            new ArgDefinition("B", Optional.of("2"), "the beam"));
  }

  @Test
  void copy() {
    CopyCommand copy =
        Parse.command(
            CopyCommand.class,
            "COPY --from=keel --chown=$SHIP --chmod=u=rwX --link --parents=false --exclude=*.md --exclude=b"
                + " a $SHIP /d/");
    assertThat(copy.from()).isEqualTo("keel");
    assertThat(copy.link()).isTrue();
    assertThat(copy.parents()).isFalse();
    assertThat(copy.excludePatterns()).containsExactly("*.md", "b");
    assertThat(copy.paths()).isEqualTo(new SourcesAndDest(List.of("a", "$SHIP"), List.of(), "/d/"));
    CopyCommand expanded = value(copy.expanded(EXPANDER));
    assertThat(expanded.chown()).isEqualTo("bark");
    assertThat(expanded.paths().sourcePaths()).containsExactly("a", "bark");
    assertThat(copy.chown()).isEqualTo("$SHIP");
  }

  @Test
  void copyOfHeredocs() {
    CopyCommand copy =
        Parse.command(CopyCommand.class, "COPY <<-one a <<'two' /d/\n\t$SHIP\none\n$SHIP\ntwo\n");
    assertThat(copy.paths().sourcePaths()).containsExactly("a");
    assertThat(copy.paths().sourceContents())
        .containsExactly(new InlineContent("one", "$SHIP\n", true), new InlineContent("two", "$SHIP\n", false));
    assertThat(value(copy.contentsExpanded(EXPANDER)).paths().sourceContents())
        .containsExactly(new InlineContent("one", "bark\n", true), new InlineContent("two", "$SHIP\n", false));
  }

  @Test
  void copyInExecFormMayLookLikeAHeredoc() {
    CopyCommand copy = Parse.command(CopyCommand.class, "COPY [\"<<EOF\", \"/d\"]");
    assertThat(copy.paths().sourceContents()).containsExactly(new InlineContent("EOF", "", true));
  }

  @Test
  void add() {
    AddCommand add =
        Parse.command(AddCommand.class, "ADD --keep-git-dir --checksum=$SHIP --unpack=false https://x/y.git /d");
    assertThat(add.keepGitDir()).hasValue(true);
    assertThat(add.unpack()).hasValue(false);
    assertThat(value(add.expanded(EXPANDER)).checksum()).isEqualTo("bark");
    assertThat(Parse.command(AddCommand.class, "ADD a b").keepGitDir()).isEmpty();
  }

  @Test
  void run() {
    RunCommand run =
        Parse.command(
            RunCommand.class,
            "RUN --network=none --security=insecure --device=gpu/a=b,required"
                + " --mount=type=cache,target=/c,from=x make");
    assertThat(run.network()).isEqualTo(RunNetwork.NONE);
    assertThat(run.security()).isEqualTo(SecurityMode.INSECURE);
    assertThat(run.devices()).containsExactly(new Device("gpu/a=b", true));
    assertThat(run.mountFlags()).extracting(MountFlag::from).containsExactly("x");
    assertThat(run.commandLine()).isEqualTo(new CommandLine(List.of("make"), List.of(), true));
  }

  @Test
  void runWithHeredoc() {
    RunCommand run = Parse.command(RunCommand.class, "RUN <<-EOF cat\n\thello\nEOF\n");
    assertThat(run.commandLine().words()).containsExactly("<<-EOF cat");
    assertThat(run.commandLine().files()).containsExactly(new CommandLine.InlineFile("EOF", "\thello\n", true));
    assertThat(run.commandLine().files().getFirst().content()).isEqualTo("hello\n");
  }

  @Test
  void healthCheck() {
    HealthCheckCommand check =
        Parse.command(
            HealthCheckCommand.class,
            "HEALTHCHECK --interval=1m30s --timeout=3s --start-period=0 --start-interval=1ms --retries=4 CMD [\"a\"]");
    assertThat(check.health())
        .isEqualTo(new HealthCheck(List.of("CMD", "a"), 90_000_000_000L, 3_000_000_000L, 0, 1_000_000, 4));
    assertThat(Parse.command(HealthCheckCommand.class, "HEALTHCHECK --foo none").health().test())
        .containsExactly("NONE");
    assertThat(Parse.command(HealthCheckCommand.class, "HEALTHCHECK cmd a b").health().test())
        .containsExactly("CMD-SHELL", "a b");
  }

  @Test
  void pairs() {
    EnvCommand env = Parse.command(EnvCommand.class, "ENV $SHIP=\"a $DEPTH\" b='$SHIP'");
    assertThat(value(env.expanded(EXPANDER)).env())
        .containsExactly(new KeyValuePair("bark", "a 7", true), new KeyValuePair("b", "$SHIP", true));
    assertThat(Parse.command(LabelCommand.class, "LABEL a b c").labels())
        .containsExactly(new KeyValuePair("a", "b c", false));
  }

  @Test
  void onbuild() {
    assertThat(Parse.command(OnbuildCommand.class, "onbuild  RUN a  b").expression()).isEqualTo("RUN a  b");
    assertThat(Parse.command(OnbuildCommand.class, "ONBUILD COPY <<EOF <<B /d/\nx\nEOF\ny\nB\n").expression())
        .isEqualTo("COPY <<EOF <<B /d/\nx\nEOF\ny\nB");
  }

  @Test
  void theOthers() {
    assertThat(Parse.command(ExposeCommand.class, "EXPOSE 90 $DEPTH 80/tcp").ports())
        .containsExactly("$DEPTH", "80/tcp", "90");
    assertThat(Parse.command(VolumeCommand.class, "VOLUME [\" /a \", \"/b\"]").volumes()).containsExactly("/a", "/b");
    assertThat(Parse.command(ShellCommand.class, "SHELL [\"a\", \"-c\"]").shell()).containsExactly("a", "-c");
    assertThat(Parse.command(EntrypointCommand.class, "ENTRYPOINT []").commandLine())
        .isEqualTo(new CommandLine(List.of(), List.of(), false));
    assertThat(Parse.command(CmdCommand.class, "CMD").commandLine())
        .isEqualTo(new CommandLine(List.of(), List.of(), true));
    assertThat(Parse.command(StopSignalCommand.class, "STOPSIGNAL --x SIGINT").signal()).isEqualTo("SIGINT");
    assertThat(value(Parse.command(WorkdirCommand.class, "WORKDIR /$SHIP").expanded(EXPANDER)).path())
        .isEqualTo("/bark");
    assertThat(value(Parse.command(UserCommand.class, "USER $DEPTH").expanded(EXPANDER)).user()).isEqualTo("7");
    assertThat(Parse.command(MaintainerCommand.class, "MAINTAINER a  b").maintainer()).isEqualTo("a  b");
  }

  @Test
  void theFirstWordThatCannotBeExpandedIsTheFailure() {
    CopyCommand copy = Parse.command(CopyCommand.class, "COPY --chmod=${b --chown=${a: c ${d");
    assertThat(problem(copy.expanded(EXPANDER)).message())
        .isEqualTo("failed to process \"${a:\": syntax error: missing '}'");
  }

  private static final RunMount BIND =
      new RunMount(
          MountType.BIND, "", "", "", true, 0, "", Optional.empty(), false, Optional.empty(), OptionalLong.empty(),
          OptionalLong.empty(), OptionalLong.empty());

  record MountCase(String value, RunMount mount) {}

  static Stream<MountCase> mounts() {
    OptionalLong none = OptionalLong.empty();
    return Stream.of(
        new MountCase("target=/$SHIP,from=x", mount(MountType.BIND, "x", "", "/bark", true, 0, "")),
        new MountCase("dst=/a,rw", mount(MountType.BIND, "", "", "/a", false, 0, "")),
        new MountCase("destination=/a,readwrite=false", mount(MountType.BIND, "", "", "/a", true, 0, "")),
        new MountCase("type=tmpfs,dst=/t,size=1.5GiB", mount(MountType.TMPFS, "", "", "/t", false, 1_610_612_736L, "")),
        new MountCase("type=cache,dst=/t,id=$SHIP,ro", mount(MountType.CACHE, "", "", "/t", true, 0, "bark")),
        new MountCase(
            "type=cache,dst=/t,sharing=LOCKED,mode=0700,uid=$DEPTH,gid=8",
            new RunMount(
                MountType.CACHE, "", "", "/t", false, 0, "", Optional.of(CacheSharing.LOCKED), false, Optional.empty(),
                OptionalLong.of(448), OptionalLong.of(7), OptionalLong.of(8))),
        new MountCase(
            "\"type=secret\",id=a,required,env=",
            new RunMount(
                MountType.SECRET, "", "", "", true, 0, "a", Optional.empty(), true, Optional.of(""), none, none,
                none)));
  }

  private static RunMount mount(
      MountType type, String from, String source, String target, boolean readOnly, long size, String id) {
    return new RunMount(
        type, from, source, target, readOnly, size, id, BIND.sharing(), false, BIND.env(), BIND.mode(), BIND.uid(),
        BIND.gid());
  }

  @ParameterizedTest
  @MethodSource("mounts")
  void readsMounts(MountCase example) {
    RunCommand run = Parse.command(RunCommand.class, "RUN --mount='" + example.value() + "' x");
    assertThat(value(run.mounts(EXPANDER))).containsExactly(example.mount());
  }

  record MountError(String value, String message) {}

  static Stream<MountError> mountErrors() {
    return Stream.of(
        new MountError("type=cahce", "unsupported mount type \"cahce\" (did you mean cache?)"),
        new MountError("type=$SHIP", "unsupported mount type \"bark\""),
        new MountError("tagret=/a", "unexpected key 'tagret' in 'tagret=/a' (did you mean target?)"),
        new MountError("target", "invalid field 'target' must be a key=value pair"),
        new MountError("required", "unexpected key 'required' for mount type 'bind'"),
        new MountError("required=true,type=secret", "unexpected key 'required' for mount type 'bind'"),
        new MountError("type=ssh,required=yes", "invalid value for required: yes"),
        new MountError("ro=yes", "invalid value for ro: yes"),
        new MountError("readwrite=", "invalid value for readwrite: "),
        new MountError("size=1", "unexpected key 'size' for mount type 'bind'"),
        new MountError("type=tmpfs,size=big", "invalid value for size: big"),
        new MountError("sharing=lock", "unsupported sharing value \"lock\" (did you mean locked?)"),
        new MountError("sharing=locked", "invalid cache sharing set for bind mount"),
        new MountError("mode=9", "invalid value 9 for mode"),
        new MountError("uid=4294967296", "invalid value 4294967296 for uid"),
        new MountError("gid=1", "gid not allowed for \"bind\" type mounts"),
        new MountError("type=tmpfs,uid=1,mode=1", "mode not allowed for \"tmpfs\" type mounts"),
        new MountError("type=secret", "invalid secret mount. one of source, target required"),
        new MountError("type=secret,from=a", "secret mount should not have a from"),
        new MountError("type=secret,sharing=shared", "secret mount should not define sharing"),
        new MountError("type=secret,source=a,id=b", "both source and id can't be set"),
        new MountError("id=${SHIP", "failed to process \"${SHIP\": unsupported modifier (\ufffd) in substitution"));
  }

  @ParameterizedTest
  @MethodSource("mountErrors")
  void refusesMounts(MountError example) {
    RunCommand run = Parse.command(RunCommand.class, "RUN --mount=" + example.value() + " x");
    assertThat(problem(run.mounts(EXPANDER)).message()).isEqualTo(example.message());
  }

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Success<T>(T value) -> value;
      case Outcome.Failure<T>(Problem problem) -> throw new AssertionError(problem.message());
    };
  }

  private static <T> Problem problem(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Success<T>(T value) -> throw new AssertionError(value);
      case Outcome.Failure<T>(Problem problem) -> problem;
    };
  }
}

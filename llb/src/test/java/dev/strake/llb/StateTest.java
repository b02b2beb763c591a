package dev.strake.llb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTest {
  private static final State IMAGE = Sources.image("alpine", ImageOptions.NONE);

  private static ExecSpec.Builder command() {
    return ExecSpec.builder(List.of("true"));
  }

  @ParameterizedTest
  @CsvSource({"/a,/a", "a,/w/a", "../x,/x", "../../x,/x", ".,/w", "'',/w", "/a//b/..,/a//b/.."})
  void joinsARelativeDirectory(String dir, String expected) {
    assertThat(IMAGE.withDir("/w").withDir(dir).dir()).isEqualTo(expected);
  }

  @Test
  void keepsSettingsAcrossSteps() {
    State state =
        IMAGE
            .withEnv("A", "b")
            .withUser("u")
            .withHostname("h")
            .withNetwork(NetworkMode.NONE)
            .withSecurity(SecurityMode.INSECURE)
            .withCgroupParent("c")
            .withExtraHosts(List.of(new HostIp("x", "1.2.3.4")))
            .withUlimits(List.of(new Ulimit("nofile", 1, 2)));
    State after = state.run(command().build()).root();
    after = after.file(List.of(new FileAction.Mkdir("/a", 0755, false)), Constraints.NONE);
    assertThat(after.output()).isNotEqualTo(state.output());
    assertThat(after.env("A")).contains("b");
    assertThat(after.user()).isEqualTo("u");
    assertThat(after.hostname()).isEqualTo("h");
    assertThat(after.network()).isEqualTo(NetworkMode.NONE);
    assertThat(after.security()).isEqualTo(SecurityMode.INSECURE);
    assertThat(after.cgroupParent()).isEqualTo("c");
    assertThat(after.extraHosts()).containsExactly(new HostIp("x", "1.2.3.4"));
    assertThat(after.ulimits()).containsExactly(new Ulimit("nofile", 1, 2));
  }

  @Test
  void forgetsAProcessesOwnSettings() {
    State root = IMAGE.run(command().build(), IMAGE.withEnv("K", "V").withDir("/x")).root();
    assertThat(root.env("K")).isEmpty();
    assertThat(root.dir()).isEqualTo("/");
  }

  @Test
  void takesThePlatformOfWhatGivesTheTree() {
    Platform arm64 = new Platform("linux", "arm64", "v8", "", List.of());
    Constraints constraints = Constraints.NONE.withPlatform(arm64);
    State image = Sources.image("alpine", ImageOptions.NONE.withConstraints(constraints));
    assertThat(image.platform()).contains(Platform.of("linux", "arm64"));
    assertThat(IMAGE.platform()).isEmpty();
    State ran = IMAGE.run(command().constraints(constraints).build()).root();
    assertThat(ran.platform()).contains(Platform.of("linux", "arm64"));
  }

  @Test
  void leavesAReadonlyRootAsItIs() {
    assertThat(IMAGE.run(command().readonlyRoot().build()).root()).isSameAs(IMAGE);
  }

  @Test
  void givesAMountWithTheSettingsOfWhatWasMounted() {
    State mounted = State.scratch().withEnv("M", "1");
    ExecResult result = IMAGE.withEnv("A", "b").run(command().mount(Mount.bind("/m", mounted)).build());
    assertThat(result.mount("/m").env().toList()).containsExactly("M=1");
    assertThat(result.mount("/m").output()).isNotEmpty().isNotEqualTo(result.root().output());
  }

  @Test
  void refusesMountsWithoutOutput() {
    ExecResult result =
        IMAGE.run(
            command()
                .mount(Mount.tmpfs("/t", 0))
                .mount(Mount.bind("/n", IMAGE).discardingWrites())
                .mount(Mount.cache("/c", IMAGE, "id", CacheSharing.SHARED))
                .build());
    assertThatThrownBy(() -> result.mount("/t")).hasMessage("tmpfs mount for /t can't be used as a parent");
    assertThatThrownBy(() -> result.mount("/n"))
        .hasMessage("mount marked no-output and /n can't be used as a parent");
    assertThatThrownBy(() -> result.mount("/c")).hasMessage("invalid mount: /c");
    assertThatThrownBy(() -> result.mount("/none")).hasMessage("invalid mount: /none");
  }
}

package dev.strake.llb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilitySetTest {

  @Test
  void namesEveryCapabilityOnce() {
    assertThat(Arrays.stream(Capability.values()).map(Capability::id)).doesNotHaveDuplicates();
  }

  @Test
  void supportsWhatIsAnnouncedAndOn() {
    CapabilitySet caps =
        CapabilitySet.ofStates(
            Map.of(
                "diffop", CapabilitySet.State.ENABLED,
                "mergeop", new CapabilitySet.State(false, "because"),
                "file.copy.modestring", CapabilitySet.State.ENABLED));
    assertThat(caps.supports(Capability.DIFF_OP)).isTrue();
    assertThat(caps.supports(Capability.MERGE_OP)).isFalse();
    assertThat(caps.contains("mergeop")).isTrue();
    assertThat(caps.supports(Capability.FILE_COPY_MODE_STRING_FORMAT)).isFalse();
    assertThat(caps.missingMessage(Capability.DIFF_OP, "")).isEmpty();
    assertThat(caps.missingMessage(Capability.MERGE_OP, ""))
        .isEqualTo("requested experimental feature mergeop  has been disabled on the build server: because");
    assertThat(caps.missingMessage(Capability.FILE_COPY_MODE_STRING_FORMAT, ""))
        .isEqualTo("unknown API capability file.copy.modestring");
  }

  @Test
  void saysWhatToUpdate() {
    CapabilitySet none = CapabilitySet.of(Set.of());
    assertThat(none.missingMessage(Capability.FILE_BASE, "docker"))
        .isEqualTo(
            "requested prerelease feature file.base  is not supported by build server (added in Docker v19.03),"
                + " please update docker");
    assertThat(none.missingMessage(Capability.SOURCE_DATE_EPOCH, "buildkit"))
        .isEqualTo(
            "requested experimental feature exporter.sourcedateepoch (source date epoch) is not supported by build"
                + " server, please update buildkit");
  }
}

package dev.strake.bridge.emulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.host.HostFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinfmtMiscTest {

  @TempDir Path folder;

  @Test
  void registersWhatIsNotThereYet() throws Exception {
    Path table = Files.createDirectory(folder.resolve("table"));
    Path formats = Files.createDirectory(folder.resolve("formats"));
    BinfmtMisc binfmt = new BinfmtMisc(table, formats);
    assertThat(binfmt.mounted()).isFalse();
    Files.createFile(table.resolve("register"));
    Files.createFile(table.resolve("qemu-arm"));
    Files.writeString(formats.resolve("qemu-arm.conf"), ":qemu-arm:M::x:y:/usr/bin/qemu-arm:F\n");
    Files.writeString(formats.resolve("qemu-s390x.conf"), "# a comment\n:qemu-s390x:M::x:y:/usr/bin/qemu-s390x:F\n");
    Files.writeString(formats.resolve("python3.conf"), ":python3:M::x:y:/usr/bin/python3:\n");

    assertThat(binfmt.registerQemu()).containsExactly("qemu-s390x");

    assertThat(binfmt.mounted()).isTrue();
    assertThat(table.resolve("register")).hasContent(":qemu-s390x:M::x:y:/usr/bin/qemu-s390x:F");
  }

  @Test
  void saysThatNothingIsInstalled() {
    assertThatThrownBy(() -> new BinfmtMisc(folder, folder.resolve("none")).registerQemu())
        .isInstanceOf(HostFailure.class)
        .hasMessage("the installed emulators name no formats to register");
  }

  @Test
  void saysThatTheKernelRefuses() throws Exception {
    Files.writeString(folder.resolve("qemu-arm.conf"), ":qemu-arm:M::x:y:/usr/bin/qemu-arm:F\n");

    assertThatThrownBy(() -> new BinfmtMisc(folder.resolve("table"), folder).registerQemu())
        .isInstanceOf(HostFailure.class)
        .hasMessageStartingWith("the kernel does not take the emulator qemu-arm: ")
        .hasMessageEndingWith("no such file or directory");
  }

  @Test
  void explainsOnlyTheErrorThatItKnows() {
    assertThat(EmulationDiagnostics.remedyFor("exec /bin/sh: exec format error"))
        .hasValueSatisfying(remedy -> assertThat(remedy).contains("strake daemon install --qemu"));
    assertThat(EmulationDiagnostics.remedyFor("exit code: 1")).isEmpty();
  }
}

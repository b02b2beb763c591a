package dev.strake.bridge.fsutil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtendedAttributesTest {

  /** Version 2, permitted and effective: to bind low ports. */
  static final ByteString CAPABILITY = ByteString.fromHex("0100000200040000000000000000000000000000");

  @TempDir Path folder;

  @Test
  void theLauncherOpensAllNamespaces() {
    assertThat(ExtendedAttributes.ofThisPlatform()).isInstanceOf(SystemAttributes.class);
  }

  @Test
  void bothWaysReadWhatEitherWrote() throws IOException {
    ExtendedAttributes all = SystemAttributes.open().orElseThrow();
    ExtendedAttributes user = new UserAttributes();
    Path file = Files.createFile(folder.resolve("a file \u00e9"));
    ByteString large = ByteString.copyFrom(new byte[3000]);

    all.write(file, "user.one", ByteString.copyFromUtf8("\u00fc"));
    user.write(file, "user.two", large);
    user.write(file, "user.empty", ByteString.EMPTY);

    Map<String, ByteString> expected =
        Map.of("user.one", ByteString.copyFromUtf8("\u00fc"), "user.two", large, "user.empty", ByteString.EMPTY);
    assertThat(all.read(file)).isEqualTo(expected);
    assertThat(user.read(file)).isEqualTo(expected);
    assertThat(all.read(folder)).isEmpty();
    assertThat(user.read(folder)).isEmpty();
  }

  @Test
  void aNamespaceOutOfReachIsLeftOut() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    new UserAttributes().write(file, "security.capability", CAPABILITY);

    assertThat(new UserAttributes().read(file)).isEmpty();
  }

  @Test
  void whatTheSystemRefusesIsAnError() throws IOException {
    ExtendedAttributes all = SystemAttributes.open().orElseThrow();
    Path file = Files.createFile(folder.resolve("file"));
    Path missing = folder.resolve("missing");
    ByteString tooLarge = ByteString.copyFrom(new byte[65 * 1024]);

    assertThatThrownBy(() -> all.read(missing))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(missing + ": No such");
    assertThatThrownBy(() -> all.write(file, "no-namespace", ByteString.EMPTY)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> all.write(file, "user.large", tooLarge)).isInstanceOf(IOException.class);
    assertThat(all.read(file)).isEmpty();
  }
}

package dev.strake.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveFileTest {

  @TempDir Path folder;

  private static void write(ArchiveFile archive, String text) throws IOException {
    archive.check();
    try (OutputStream stream = archive.open()) {
      stream.write(text.getBytes());
    }
    archive.commit();
  }

  private Path file(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "an older and longer text");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-rw-rw-", "rwxr-x---"})
  void whatIsReplacedKeepsItsMode(String permissions) throws IOException {
    Path file = file(permissions);

    write(new ArchiveFile(file), "text");

    assertThat(file).hasContent("text");
    assertThat(permissions(file)).isEqualTo(permissions);
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void whatIsReplacedKeepsItsOwner() throws IOException {
    Path file = file("rw-r-----");
    boolean root = Files.getAttribute(file, "unix:uid").equals(0);
    // Nobody else can give a file away.
    Object owner = root ? 4711 : Files.getAttribute(file, "unix:uid");
    Object group = root ? 4712 : Files.getAttribute(file, "unix:gid");
    Files.setAttribute(file, "unix:uid", owner);
    Files.setAttribute(file, "unix:gid", group);

    write(new ArchiveFile(file), "text");

    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(owner);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(group);
    assertThat(permissions(file)).isEqualTo("rw-r-----");
  }

  @Test
  void aLinkStays() throws IOException {
    Path file = file("rw-------");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    write(new ArchiveFile(link), "text");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("text");
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  @Test
  void aBuildThatFailsLeavesTheOldFile() throws IOException {
    Path file = file("rw-------");
    ArchiveFile archive = new ArchiveFile(file);
    archive.open().write(1);

    archive.discard();

    assertThat(file).hasContent("an older and longer text");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void halfAnArchiveIsNone() throws IOException {
    ArchiveFile archive = new ArchiveFile(folder.resolve("file"));
    archive.open().write(1);

    assertThatThrownBy(archive::commit).hasMessageContaining("before the archive was whole");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDeviceIsWrittenTo() throws IOException {
    write(new ArchiveFile(Path.of("/dev/null")), "text");

    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void refusesWhatCannotBeWritten() throws IOException {
    assertThatThrownBy(() -> new ArchiveFile(folder).check())
        .isInstanceOf(FileSystemException.class)
        .hasMessageEndingWith("is a directory");
    assertThatThrownBy(() -> new ArchiveFile(folder.resolve("missing/file")).check())
        .isInstanceOf(FileSystemException.class);
    Path file = file("r--------");
    if (Files.isWritable(file)) {
      // Root may write everything.
      new ArchiveFile(file).check();
    } else {
      assertThatThrownBy(() -> new ArchiveFile(file).check()).isInstanceOf(AccessDeniedException.class);
    }
  }
}

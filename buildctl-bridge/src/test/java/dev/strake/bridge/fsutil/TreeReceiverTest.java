package dev.strake.bridge.fsutil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.fsutil.Packet;
import dev.strake.bridge.proto.fsutil.Packet.PacketType;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sender, honest or not, can do to the folder that it sends to, and to all outside of it. */
class TreeReceiverTest {

  @TempDir Path folder;
  private Path destination;
  private Path outside;
  private final List<Packet> answers = new ArrayList<>();

  @BeforeEach
  void makeFolders() throws IOException {
    destination = folder.resolve("destination");
    outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("file"), "untouched");
  }

  @Test
  void receivesATree() throws IOException {
    try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
      receiver.accept(stat("a", GoFileMode.DIR | 0500, ""));
      receiver.accept(stat("a/file", 0750, ""));
      receiver.accept(stat("a/name", 0644, "a/file"));
      receiver.accept(stat("link", GoFileMode.SYMLINK | 0777, "../outside"));
      receiver.accept(end());
      assertThat(answers).extracting(Packet::getType).containsExactly(PacketType.PACKET_REQ);
      assertThat(answers.getFirst().getId()).isEqualTo(1);

      receiver.accept(data(1, "con"));
      receiver.accept(data(1, "tent"));
      receiver.accept(data(1, ""));

      assertThat(answers.getLast().getType()).isEqualTo(PacketType.PACKET_FIN);
      assertThat(receiver.accept(Packet.newBuilder().setType(PacketType.PACKET_FIN).build())).isTrue();
    }

    assertThat(destination.resolve("a/file")).hasContent("content");
    assertThat(Files.isSameFile(destination.resolve("a/file"), destination.resolve("a/name"))).isTrue();
    assertThat(Files.readSymbolicLink(destination.resolve("link"))).hasToString("../outside");
    assertThat(UnixAttributes.read(destination.resolve("a")).goMode()).isEqualTo(GoFileMode.DIR | 0500);
    assertThat(UnixAttributes.read(destination.resolve("a")).modifiedNanos()).isEqualTo(981173106123456789L);
    assertThat(UnixAttributes.read(destination.resolve("a/file")).modifiedNanos()).isEqualTo(981173106123456789L);
    // Of a link's time the platform writes microseconds.
    assertThat(UnixAttributes.read(destination.resolve("link")).modifiedNanos() / 1000).isEqualTo(981173106123456L);
    assertThat(names(destination)).containsExactlyInAnyOrder("a", "a/file", "a/name", "link");
  }

  @Test
  void keepsSpecialBits() throws IOException {
    try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
      receiver.accept(stat("s", GoFileMode.SETUID | 0755, ""));
      receiver.accept(stat("t", GoFileMode.DIR | GoFileMode.STICKY | 0777, ""));
      receiver.accept(end());
      receiver.accept(data(0, ""));
    }

    assertThat(UnixAttributes.read(destination.resolve("s")).goMode()).isEqualTo(GoFileMode.SETUID | 0755);
    assertThat(UnixAttributes.read(destination.resolve("t")).goMode())
        .isEqualTo(GoFileMode.DIR | GoFileMode.STICKY | 0777);
  }

  @Test
  void refusesAWayOut() throws IOException {
    for (String path : List.of("../outside/file", "..", "/" + outside + "/file", "a/../../outside/file")) {
      try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
        assertThatThrownBy(() -> receiver.accept(stat(path, 0644, ""))).isInstanceOf(IOException.class);
      }
    }
    assertThat(outside.resolve("file")).hasContent("untouched");
    assertThat(names(destination)).isEmpty();
  }

  @Test
  void writesNothingThroughALinkItWasSent() throws IOException {
    try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
      receiver.accept(stat("way", GoFileMode.SYMLINK | 0777, outside.toString()));

      assertThatThrownBy(() -> receiver.accept(stat("way/file", 0644, "")))
          .hasMessageContaining("changes out of order");
    }
    assertThat(outside.resolve("file")).hasContent("untouched");
  }

  @Test
  void replacesALinkThatWasThere() throws IOException {
    Files.createDirectories(destination);
    Files.createSymbolicLink(destination.resolve("way"), outside);
    Files.createSymbolicLink(destination.resolve("zfile"), outside.resolve("file"));
    try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
      receiver.accept(stat("way", GoFileMode.DIR | 0755, ""));
      receiver.accept(stat("way/file", 0644, ""));
      receiver.accept(stat("zfile", 0600, ""));
      receiver.accept(end());
      receiver.accept(data(1, "new"));
      receiver.accept(data(1, ""));
      receiver.accept(data(2, "new"));
      receiver.accept(data(2, ""));
    }

    assertThat(outside.resolve("file")).hasContent("untouched");
    assertThat(destination.resolve("way/file")).hasContent("new");
    assertThat(Files.isRegularFile(destination.resolve("zfile"), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void linksOnlyToFilesOfThisTransfer() throws IOException {
    Files.createDirectories(destination);
    Files.writeString(destination.resolve("mine"), "mine");
    for (String target : List.of("mine", "../outside/file", outside.resolve("file").toString(), "link")) {
      try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
        receiver.accept(stat("link", GoFileMode.SYMLINK | 0777, outside.resolve("file").toString()));
        assertThatThrownBy(() -> receiver.accept(stat("name", 0644, target)))
            .hasMessage("invalid link name to unknown path: \"" + target + "\"");
      }
    }
  }

  @Test
  void makesPipes() throws IOException {
    try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
      receiver.accept(stat("pipe", GoFileMode.NAMED_PIPE | 0640, ""));
      receiver.accept(end());
    }
    UnixAttributes made = UnixAttributes.read(destination.resolve("pipe"));
    assertThat(made.goMode()).isEqualTo(GoFileMode.NAMED_PIPE | 0640);
    assertThat(made.modifiedNanos()).isEqualTo(981173106123456789L);
    assertThat(names(destination)).containsExactly("pipe");
  }

  /** As the user who may: others are told that they may not. */
  @Test
  void makesDevicesWhereItMay() throws IOException {
    boolean may = System.getProperty("user.name").equals("root");
    for (int type : List.of(GoFileMode.DEVICE, GoFileMode.DEVICE | GoFileMode.CHAR_DEVICE)) {
      Packet device =
          Packet.newBuilder()
              .setType(PacketType.PACKET_STAT)
              .setStat(Stat.newBuilder().setPath("dev").setMode(type | 0600).setDevmajor(7).setDevminor(300))
              .build();
      try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
        if (may) {
          receiver.accept(device);
          UnixAttributes made = UnixAttributes.read(destination.resolve("dev"));
          assertThat(made.goMode()).isEqualTo(type | 0600);
          assertThat(made.deviceMajor()).isEqualTo(7);
          assertThat(made.deviceMinor()).isEqualTo(300);
        } else {
          assertThatThrownBy(() -> receiver.accept(device))
              .hasMessage("failed to create device dev: operation not permitted");
          assertThat(names(destination)).isEmpty();
        }
      }
    }
  }

  @Test
  void refusesAPathThatNoSystemTakes() throws IOException {
    try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
      assertThatThrownBy(() -> receiver.accept(stat("x".repeat(1 << 20), 0644, "")))
          .hasMessageContaining("file name too long");
    }
  }

  @Test
  void keepsNoPartOfAFile() throws IOException {
    try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
      receiver.accept(stat("file", 0644, ""));
      receiver.accept(end());
      receiver.accept(data(0, "half"));
    }

    assertThat(names(destination)).isEmpty();
  }

  @Test
  void takesOnlyWhatItAskedFor() throws IOException {
    try (TreeReceiver receiver = receiver(TreeReceiver.Mode.COPY)) {
      receiver.accept(stat("a", GoFileMode.DIR | 0755, ""));

      assertThatThrownBy(() -> receiver.accept(data(0, "x"))).hasMessage("invalid file request 0");
      assertThatThrownBy(() -> receiver.accept(data(-1, "x"))).hasMessage("invalid file request 4294967295");
      assertThatThrownBy(() -> receiver.accept(Packet.newBuilder().setType(PacketType.PACKET_FIN).build()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void deletesWhatIsNotInTheTreeOnlyWhereTold() throws IOException {
    for (TreeReceiver.Mode mode : TreeReceiver.Mode.values()) {
      Files.createDirectories(destination.resolve("old/deep"));
      Files.writeString(destination.resolve("old/deep/file"), "old");
      Path way = destination.resolve("way");
      Files.deleteIfExists(way);
      Files.createSymbolicLink(way, outside);
      try (TreeReceiver receiver = receiver(mode)) {
        receiver.accept(stat("new", GoFileMode.DIR | 0755, ""));
        receiver.accept(end());
      }
      assertThat(Files.exists(destination.resolve("old"))).isEqualTo(mode == TreeReceiver.Mode.COPY);
      assertThat(Files.exists(way, LinkOption.NOFOLLOW_LINKS)).isEqualTo(mode == TreeReceiver.Mode.COPY);
    }
    assertThat(outside.resolve("file")).hasContent("untouched");
  }

  private TreeReceiver receiver(TreeReceiver.Mode mode) throws IOException {
    return new TreeReceiver(destination, mode, answers::add);
  }

  private static Packet stat(String path, int mode, String link) {
    return Packet.newBuilder()
        .setType(PacketType.PACKET_STAT)
        .setStat(
            Stat.newBuilder().setPath(path).setMode(mode).setLinkname(link).setModTime(981173106123456789L))
        .build();
  }

  private static Packet end() {
    return Packet.newBuilder().setType(PacketType.PACKET_STAT).build();
  }

  private static Packet data(int id, String text) {
    return Packet.newBuilder()
        .setType(PacketType.PACKET_DATA)
        .setId(id)
        .setData(ByteString.copyFromUtf8(text))
        .build();
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> !file.equals(root)).map(file -> root.relativize(file).toString()).toList();
    }
  }
}

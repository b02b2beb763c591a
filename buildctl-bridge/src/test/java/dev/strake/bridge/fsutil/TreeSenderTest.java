package dev.strake.bridge.fsutil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.proto.fsutil.Packet;
import dev.strake.bridge.proto.fsutil.Packet.PacketType;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeSenderTest {

  @TempDir Path root;
  private final List<Packet> sent = new ArrayList<>();

  @BeforeEach
  void makeTree() throws IOException {
    for (String folder : List.of("a", "a-b", "a/deep", "empty", "\uFFFD")) {
      Files.createDirectories(root.resolve(folder));
    }
    for (String file : List.of("a/x", "a-b/x", "a.b", "a/deep/y", "z", "\uD83D\uDE00")) {
      Files.writeString(root.resolve(file), file);
    }
    Files.createSymbolicLink(root.resolve("out"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(root.resolve("way"), Path.of("a/deep"));
    Files.createLink(root.resolve("a/zlink"), root.resolve("a-b/x"));
  }

  @Test
  void foldersComeInFrontOfTheirEntriesAndNamesInTheOrderOfTheirBytes() throws IOException {
    assertThat(paths(List.of(), List.of(), Optional.empty()))
        .containsExactly(
            "a", "a/deep", "a/deep/y", "a/x", "a/zlink", "a-b", "a-b/x", "a.b", "empty", "out", "way", "z", "\uFFFD",
            "\uD83D\uDE00");
  }

  @Test
  void linksAreSentAsLinks() throws IOException {
    paths(List.of(), List.of(), Optional.empty());

    assertThat(stat("out").getLinkname()).isEqualTo("/etc/passwd");
    assertThat(stat("out").getMode()).isEqualTo(GoFileMode.SYMLINK | 0777);
    assertThat(stat("a/zlink").getLinkname()).isEmpty();
    assertThat(stat("a-b/x").getLinkname()).isEqualTo("a/zlink");
    assertThat(stat("z").getUid()).isZero();
  }

  @Test
  void leavesOutWhatPatternsExclude() throws IOException {
    assertThat(paths(List.of(), List.of("a*", "!a/deep"), Optional.empty()))
        .containsExactly("a", "a/deep", "a/deep/y", "empty", "out", "way", "z", "\uFFFD", "\uD83D\uDE00");
  }

  @Test
  void sendsOnlyWhatPatternsInclude() throws IOException {
    assertThat(paths(List.of("a/deep/y", "z"), List.of(), Optional.empty()))
        .containsExactly("a", "a/deep", "a/deep/y", "z");
    assertThat(paths(List.of("*/x"), List.of("a-b"), Optional.empty())).containsExactly("a", "a/x");
  }

  @Test
  void followsLinksWithinTheTree() throws IOException {
    assertThat(paths(List.of(), List.of(), Optional.of(List.of("way/y"))))
        .containsExactly("a", "a/deep", "a/deep/y", "way");
    assertThat(paths(List.of(), List.of(), Optional.of(List.of("w*"))))
        .containsExactly("a", "a/deep", "a/deep/y", "way");
    assertThat(paths(List.of(), List.of(), Optional.of(List.of("out")))).containsExactly("out");
    assertThat(paths(List.of(), List.of(), Optional.of(List.of(".")))).hasSize(14);
    assertThat(paths(List.of(), List.of(), Optional.of(List.of("none")))).isEmpty();
  }

  @Test
  void linksInACircleEnd() throws IOException {
    Files.createSymbolicLink(root.resolve("c1"), Path.of("c2"));
    Files.createSymbolicLink(root.resolve("c2"), Path.of("c1/more"));

    assertThat(paths(List.of(), List.of(), Optional.of(List.of("c1/x")))).containsExactly("c1", "c2");
  }

  @Test
  void sendsContentOnceAndOnlyWhatWasOffered() throws IOException {
    LocalTree tree = LocalTree.of(root);
    TreeSender sender =
        new TreeSender(tree, TreeFilter.of(tree, List.of("z", "empty"), List.of(), Optional.empty()), sent::add);
    sender.sendTree();
    sent.clear();

    sender.sendContent(1);

    assertThat(sent).extracting(packet -> packet.getData().toStringUtf8()).containsExactly("z", "");
    assertThat(sent).allMatch(packet -> packet.getType() == PacketType.PACKET_DATA && packet.getId() == 1);
    assertThatThrownBy(() -> sender.sendContent(1)).hasMessage("invalid file id 1");
    assertThatThrownBy(() -> sender.sendContent(0)).hasMessage("invalid file id 0");
    assertThatThrownBy(() -> sender.sendContent(-1)).hasMessage("invalid file id 4294967295");
  }

  @Test
  void depthCostsNoStack() throws IOException {
    Path deep = root.resolve("d");
    for (int i = 0; i < 300; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);

    assertThat(paths(List.of("d"), List.of(), Optional.empty())).hasSize(301);
  }

  private List<String> paths(List<String> include, List<String> exclude, Optional<List<String>> follow)
      throws IOException {
    sent.clear();
    LocalTree tree = LocalTree.of(root);
    new TreeSender(tree, TreeFilter.of(tree, include, exclude, follow), sent::add).sendTree();
    assertThat(sent.getLast().hasStat()).isFalse();
    return sent.stream().filter(Packet::hasStat).map(packet -> packet.getStat().getPath()).toList();
  }

  private Stat stat(String path) {
    return sent.stream().map(Packet::getStat).filter(stat -> stat.getPath().equals(path)).findFirst().orElseThrow();
  }
}

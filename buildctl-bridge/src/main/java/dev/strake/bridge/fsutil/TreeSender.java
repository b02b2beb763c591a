package dev.strake.bridge.fsutil;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.strake.bridge.proto.fsutil.Packet;
import dev.strake.bridge.proto.fsutil.Packet.PacketType;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends a tree: first what there is, then the contents that the other side asks for. For one transfer.
 *
 * <p>{@link #sendTree} and {@link #sendContent} may run in different threads at the same time. A file's id is its place
 * among all entries.
 */
public final class TreeSender {

  private static final int CHUNK_BYTES = 128 * 1024;

  private final LocalTree tree;
  private final TreeFilter filter;
  private final PacketSink sink;
  /** By id; null for what has no content, and for what was asked for. Guarded by itself. */
  private final List<@Nullable String> paths = new ArrayList<>();

  public TreeSender(LocalTree tree, TreeFilter filter, PacketSink sink) {
    this.tree = tree;
    this.filter = filter;
    this.sink = sink;
  }

  /** Sends the description of all entries. */
  public void sendTree() throws IOException {
    TreeLister.list(tree, filter, this::sendStat);
    sink.send(Packet.newBuilder().setType(PacketType.PACKET_STAT).build());
  }

  private void sendStat(Stat stat) throws IOException {
    synchronized (paths) {
      paths.add(GoFileMode.isRegular(stat.getMode()) ? stat.getPath() : null);
    }
    sink.send(Packet.newBuilder().setType(PacketType.PACKET_STAT).setStat(stat).build());
  }

  /**
   * Sends a file's content, and its end. A file that cannot be read comes out empty, as the reference sends it.
   *
   * @throws IOException when the other side is gone, or asked for what it was not offered
   */
  public void sendContent(int id) throws IOException {
    Path file = tree.resolve(claim(id));
    try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      sendChunks(id, content);
    } catch (FileSystemException unreadable) {
      // The end follows.
    }
    sink.send(Packet.newBuilder().setType(PacketType.PACKET_DATA).setId(id).build());
  }

  /** One byte more than there ought to be is asked for, so that most files need not be asked for more at their end. */
  private void sendChunks(int id, FileChannel content) throws IOException {
    long left = content.size();
    while (true) {
      ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, Math.max(left, 0) + 1));
      int read = content.read(chunk);
      if (read < 0) {
        return;
      }
      left -= read;
      boolean end = left <= 0 && chunk.hasRemaining();
      ByteString data = UnsafeByteOperations.unsafeWrap(chunk.flip());
      if (!data.isEmpty()) {
        sink.send(Packet.newBuilder().setType(PacketType.PACKET_DATA).setId(id).setData(data).build());
      }
      if (end) {
        return;
      }
    }
  }

  private String claim(int id) throws IOException {
    synchronized (paths) {
      String path = id >= 0 && id < paths.size() ? paths.set(id, null) : null;
      if (path == null) {
        throw new IOException("invalid file id " + Integer.toUnsignedString(id));
      }
      return path;
    }
  }
}

package dev.strake.bridge.fsutil;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.fsutil.Packet;
import dev.strake.bridge.proto.fsutil.Packet.PacketType;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Receives a tree into a folder. Trusts the other side in nothing: see {@link EntryOrder}, and {@link TreeWriter} for
 * what becomes of what lies in the folder already. For one transfer, in one thread at a time.
 */
public final class TreeReceiver implements AutoCloseable {

  /** What becomes of files that are in the folder and not in the tree. */
  public enum Mode {
    /** They stay. */
    COPY,
    /** They go, once all of the tree is known. */
    DELETE
  }

  /** An entry is remembered with its path, for others may be links to it. */
  private static final int BYTES_PER_ENTRY = 512;

  private static final long MAX_ENTRIES = Runtime.getRuntime().maxMemory() / BYTES_PER_ENTRY;

  private final Mode mode;
  private final PacketSink sink;
  private final TreeWriter writer;
  private final EntryOrder order = new EntryOrder();
  private final Set<String> linkable = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<Integer, IncomingFile> wanted = new HashMap<>();
  private int nextId;
  private boolean allKnown;
  private boolean finished;

  /**
   * A receiver.
   *
   * @param destination made where it is missing
   */
  public TreeReceiver(Path destination, Mode mode, PacketSink sink) throws IOException {
    this.mode = mode;
    this.sink = sink;
    this.writer = TreeWriter.into(destination);
  }

  /**
   * Takes a packet.
   *
   * @return whether it was the last one
   * @throws IOException when the other side breaks the rules or gives up, or this side cannot write; the message is to
   *     be sent to the other side
   */
  public boolean accept(Packet packet) throws IOException {
    switch (packet.getType()) {
      case PACKET_STAT -> acceptStat(packet);
      case PACKET_DATA -> acceptData(packet.getId(), packet.getData());
      case PACKET_FIN -> {
        return finish();
      }
      case PACKET_ERR -> throw new IOException("error from sender: " + packet.getData().toStringUtf8());
      case PACKET_REQ, UNRECOGNIZED -> {}
    }
    return false;
  }

  /** Whether all files are there; nothing is written any more. */
  public boolean isFinished() {
    return finished;
  }

  private boolean finish() throws IOException {
    if (!finished) {
      throw new IOException("the sender ended the transfer before all files were there");
    }
    return true;
  }

  private void acceptStat(Packet packet) throws IOException {
    if (allKnown) {
      throw new IOException("changes out of order: a file after the last one");
    }
    if (packet.hasStat()) {
      acceptEntry(packet.getStat(), nextId++);
    } else {
      allKnown = true;
      finishIfComplete();
    }
  }

  private void acceptEntry(Stat stat, int id) throws IOException {
    String path = stat.getPath();
    int fileMode = stat.getMode();
    if (id >= MAX_ENTRIES) {
      throw new IOException("more than " + MAX_ENTRIES + " files, which is all that there is memory for");
    }
    order.accept(path, GoFileMode.isDirectory(fileMode));
    if (mode == Mode.DELETE) {
      seen.add(path);
    }
    if (GoFileMode.isDirectory(fileMode)) {
      writer.directory(stat);
    } else if (GoFileMode.isSymlink(fileMode)) {
      writer.symlink(stat);
    } else if (!GoFileMode.isRegular(fileMode)) {
      writer.special(stat);
    } else if (!stat.getLinkname().isEmpty()) {
      if (!linkable.contains(stat.getLinkname())) {
        throw new IOException("invalid link " + path + " to unknown path: \"" + stat.getLinkname() + "\"");
      }
      writer.link(stat);
    } else {
      linkable.add(path);
      wanted.put(id, writer.file(stat));
      sink.send(Packet.newBuilder().setType(PacketType.PACKET_REQ).setId(id).build());
    }
  }

  private void acceptData(int id, ByteString data) throws IOException {
    IncomingFile file = wanted.get(id);
    if (file == null) {
      throw new IOException("invalid file request " + Integer.toUnsignedString(id));
    }
    if (!data.isEmpty()) {
      file.write(data);
      return;
    }
    wanted.remove(id);
    file.complete();
    finishIfComplete();
  }

  private void finishIfComplete() throws IOException {
    if (!allKnown || finished || !wanted.isEmpty()) {
      return;
    }
    if (mode == Mode.DELETE) {
      writer.deleteAllBut(seen);
    }
    writer.finish();
    finished = true;
    sink.send(Packet.newBuilder().setType(PacketType.PACKET_FIN).build());
  }

  /** Throws away what did not come to its end. */
  @Override
  public void close() {
    wanted.values().forEach(IncomingFile::discard);
    wanted.clear();
  }
}

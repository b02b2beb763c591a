package dev.strake.bridge.fsutil;

import dev.strake.bridge.proto.fsutil.Packet;
import java.io.IOException;

/** The way to the other side. Thread-safe; a send waits until the other side has room. */
public interface PacketSink {

  /**
   * Sends a packet.
   *
   * @throws IOException when the other side is gone
   */
  void send(Packet packet) throws IOException;
}

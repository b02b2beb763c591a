package dev.strake.bridge.session;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.strake.bridge.proto.filesync.FileSyncGrpc;
import dev.strake.bridge.proto.fsutil.Packet;
import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Writes packets to the wire. Those that carry a file's content, which are nearly all the bytes and most of the packets,
 * go without the generated code's detours; their bytes are the same.
 */
final class PacketMarshaller implements MethodDescriptor.Marshaller<Packet> {

  private static final MethodDescriptor.Marshaller<Packet> GENERATED =
      FileSyncGrpc.getDiffCopyMethod().getResponseMarshaller();

  @Override
  public InputStream stream(Packet packet) {
    boolean content = packet.getType() == Packet.PacketType.PACKET_DATA && !packet.hasStat();
    return content ? new Content(packet) : GENERATED.stream(packet);
  }

  @Override
  public Packet parse(InputStream stream) {
    return GENERATED.parse(stream);
  }

  /** gRPC drains it; nobody reads it byte by byte. */
  private static final class Content extends InputStream implements Drainable, KnownLength {

    /** Two tags, an id, a third tag and a length, each as long as can be. */
    private static final int MAX_HEAD = 16;

    private static final int LENGTH_DELIMITED = 2;

    private final byte[] head = new byte[MAX_HEAD];
    private final int headLength;
    private final ByteString data;
    private boolean drained;

    Content(Packet packet) {
      data = packet.getData();
      CodedOutputStream out = CodedOutputStream.newInstance(head);
      try {
        out.writeEnum(Packet.TYPE_FIELD_NUMBER, packet.getTypeValue());
        if (packet.getId() != 0) {
          out.writeUInt32(Packet.ID_FIELD_NUMBER, packet.getId());
        }
        if (!data.isEmpty()) {
          out.writeTag(Packet.DATA_FIELD_NUMBER, LENGTH_DELIMITED);
          out.writeUInt32NoTag(data.size());
        }
        headLength = out.getTotalBytesWritten();
      } catch (IOException e) {
        throw new IllegalStateException("there is room for any head", e);
      }
    }

    @Override
    public int drainTo(OutputStream target) throws IOException {
      int length = available();
      if (!drained) {
        target.write(head, 0, headLength);
        data.writeTo(target);
        drained = true;
      }
      return length;
    }

    @Override
    public int available() {
      return drained ? 0 : headLength + data.size();
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("to be drained");
    }
  }
}

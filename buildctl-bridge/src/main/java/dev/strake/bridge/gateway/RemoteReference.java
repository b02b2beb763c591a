package dev.strake.bridge.gateway;

import static dev.strake.bridge.gateway.GatewayErrors.call;

import dev.strake.bridge.proto.fsutil.Stat;
import dev.strake.bridge.proto.gateway.EvaluateRequest;
import dev.strake.bridge.proto.gateway.FileRange;
import dev.strake.bridge.proto.gateway.LLBBridgeGrpc.LLBBridgeBlockingStub;
import dev.strake.bridge.proto.gateway.ReadDirRequest;
import dev.strake.bridge.proto.gateway.ReadFileRequest;
import dev.strake.bridge.proto.gateway.Ref;
import dev.strake.bridge.proto.gateway.StatFileRequest;
import dev.strake.frontend.port.GatewayPort.FileStat;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import java.util.List;

/** A tree on the daemon, known by an id. */
final class RemoteReference implements Reference {

  private final LLBBridgeBlockingStub bridge;
  private final GatewayCaps caps;
  private final Ref ref;

  RemoteReference(LLBBridgeBlockingStub bridge, GatewayCaps caps, Ref ref) {
    this.bridge = bridge;
    this.caps = caps;
    this.ref = ref;
  }

  /** The message that stands for the tree in a result. */
  Ref message() {
    return ref;
  }

  @Override
  public String id() {
    return ref.getId();
  }

  @Override
  public State toState() {
    caps.require(GatewayCaps.REFERENCE_OUTPUT);
    return ref.hasDef() ? Definition.fromProto(ref.getDef()).toState() : State.scratch();
  }

  @Override
  public byte[] readFile(String path) {
    return read(ReadFileRequest.newBuilder().setRef(id()).setFilePath(path));
  }

  @Override
  public byte[] readFile(String path, long offset, long length) {
    return read(
        ReadFileRequest.newBuilder()
            .setRef(id())
            .setFilePath(path)
            .setRange(FileRange.newBuilder().setOffset(offset).setLength(length)));
  }

  private byte[] read(ReadFileRequest.Builder request) {
    return call(() -> bridge.readFile(request.build())).getData().toByteArray();
  }

  @Override
  public List<FileStat> readDir(String path, String includePattern) {
    caps.require(GatewayCaps.READ_DIR);
    ReadDirRequest request =
        ReadDirRequest.newBuilder().setRef(id()).setDirPath(path).setIncludePattern(includePattern).build();
    return call(() -> bridge.readDir(request)).getEntriesList().stream().map(RemoteReference::stat).toList();
  }

  @Override
  public FileStat statFile(String path) {
    caps.require(GatewayCaps.STAT_FILE);
    StatFileRequest request = StatFileRequest.newBuilder().setRef(id()).setPath(path).build();
    return stat(call(() -> bridge.statFile(request)).getStat());
  }

  /** A daemon that cannot be told to builds it to look at its root. */
  @Override
  public void evaluate() {
    if (caps.supports(GatewayCaps.EVALUATE)) {
      call(() -> bridge.evaluate(EvaluateRequest.newBuilder().setRef(id()).build()));
    } else {
      statFile(".");
    }
  }

  private static FileStat stat(Stat stat) {
    return new FileStat(
        stat.getPath(),
        stat.getMode(),
        stat.getUid(),
        stat.getGid(),
        stat.getSize(),
        stat.getModTime(),
        stat.getLinkname(),
        ResultMessages.bytes(stat.getXattrsMap()));
  }
}

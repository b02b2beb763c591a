package dev.strake.frontend.calls;

import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayException.Kind;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.State;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A tree of files in memory, which writes down what is read of it. */
record MemoryTree(Transcript transcript, Map<String, byte[]> files) implements GatewayPort.Reference {

  @Override
  public String id() {
    return "";
  }

  @Override
  public State toState() {
    return State.scratch();
  }

  @Override
  public byte[] readFile(String path) {
    transcript.add("READ " + path + "\n");
    return content(path);
  }

  @Override
  public byte[] readFile(String path, long offset, long length) {
    transcript.add("READ " + path + " " + offset + "+" + length + "\n");
    byte[] content = content(path);
    return Arrays.copyOfRange(content, (int) offset, (int) Math.min(content.length, offset + length));
  }

  private byte[] content(String path) {
    byte[] content = files.get(path.startsWith("/") ? path.substring(1) : path);
    if (content == null) {
      throw new GatewayException(Kind.NOT_FOUND, "open " + path + ": no such file or directory");
    }
    return content;
  }

  @Override
  public List<GatewayPort.FileStat> readDir(String path, String includePattern) {
    throw new GatewayException(Kind.UNIMPLEMENTED, "readdir");
  }

  @Override
  public GatewayPort.FileStat statFile(String path) {
    throw new GatewayException(Kind.UNIMPLEMENTED, "stat");
  }

  @Override
  public void evaluate() {}
}

package dev.strake.frontend.subrequest;

import dev.strake.frontend.port.SourceInfo;
import dev.strake.llb.go.GoJsonWriter;

/** A file as the protocol's JSON carries it beside an error: its bytes, and the graph that it was read from. */
public final class SourceInfoJson {

  private SourceInfoJson() {}

  /** The file as {@code encoding/json} writes it, without white space. */
  public static byte[] of(SourceInfo file) {
    GoJsonWriter json = GoJsonWriter.compact();
    LlbJson.go(json).sourceInfo(file);
    return json.toBytes();
  }
}

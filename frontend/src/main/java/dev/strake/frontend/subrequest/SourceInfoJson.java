package dev.strake.frontend.subrequest;

import dev.strake.frontend.port.SourceInfo;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.text.LlbJson;
import java.util.Optional;

/** A file as the protocol's JSON carries it beside an error: its bytes, and the graph that it was read from. */
public final class SourceInfoJson {

  private SourceInfoJson() {}

  /** The file as {@code encoding/json} writes it, without white space. */
  public static byte[] of(SourceInfo file) {
    GoJsonWriter json = GoJsonWriter.compact();
    write(json, file);
    return json.toBytes();
  }

  static void write(GoJsonWriter json, SourceInfo file) {
    LlbJson.encodingJson(json)
        .file(
            new Definition.SourceFile(
                file.filename(), file.language(), file.data(), Optional.of(file.definition())));
  }
}

package dev.strake.frontend.subrequest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.text.LlbJson;
import java.util.Map;

/** The answer to {@code frontend.convertllb}: the graph as JSON. */
public final class ConvertLlbAnswer {

  private static final String VERSION = "0.1.0";

  private ConvertLlbAnswer() {}

  /**
   * The answer as a result's metadata.
   *
   * @param limit how many bytes it may have
   * @throws dev.strake.llb.go.TooLargeException when it has more
   */
  public static Map<String, byte[]> metadata(Definition definition, long limit) {
    GoJsonWriter json = GoJsonWriter.indented("  ", limit).beginObject();
    json.name("def");
    LlbJson.protojson(json).ops(definition);
    json.name("metadata");
    LlbJson.encodingJson(json).metadata(definition);
    json.name("source");
    LlbJson.protojson(json).source(definition);
    json.endObject();
    return Map.of(Subrequests.JSON, json.toBytes(), Subrequests.VERSION, VERSION.getBytes(UTF_8));
  }
}

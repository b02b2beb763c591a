package dev.strake.frontend.subrequest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.pb.OpMetadata;
import java.util.HashMap;
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
    OpJson.write(json, definition);
    dev.strake.llb.pb.Definition message = definition.toProto();
    json.name("metadata");
    LlbJson.go(json).metadata(asWritten(definition, message));
    json.name("source");
    LlbJson.proto(json).source(message.getSource());
    json.endObject();
    return Map.of(Subrequests.JSON, json.toBytes(), Subrequests.VERSION, VERSION.getBytes(UTF_8));
  }

  /** The metadata with its texts as they are: in JSON, bytes that are not UTF-8 differ from U+FFFD. */
  private static Map<String, OpMetadata> asWritten(Definition definition, dev.strake.llb.pb.Definition message) {
    Map<String, OpMetadata> metadata = new HashMap<>(message.getMetadataMap());
    metadata.replaceAll(
        (digest, each) ->
            each.toBuilder().putAllDescription(definition.metadata().get(digest).description()).build());
    return metadata;
  }
}

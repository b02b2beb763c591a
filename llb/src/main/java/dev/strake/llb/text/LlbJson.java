package dev.strake.llb.text;

import dev.strake.llb.LinuxResources;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.SourceRange;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.pb.Op;
import dev.strake.llb.text.MessageJson.Style;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A graph and what stands beside its ops as JSON, in the one or the other of Go's two ways; each call writes one value.
 *
 * <pre>{@code
 * GoJsonWriter json = GoJsonWriter.compact();
 * LlbJson.protojson(json).ops(definition);
 * }</pre>
 */
public final class LlbJson {

  private final GoJsonWriter json;
  private final MessageJson fields;

  private LlbJson(GoJsonWriter json, Style style) {
    this.json = json;
    this.fields = new MessageJson(json, style);
  }

  /** As {@code encoding/json} writes. */
  public static LlbJson encodingJson(GoJsonWriter json) {
    return new LlbJson(json, Style.ENCODING_JSON);
  }

  /** As {@code protojson} writes. */
  public static LlbJson protojson(GoJsonWriter json) {
    return new LlbJson(json, Style.PROTOJSON);
  }

  /**
   * The ops by digest.
   *
   * @throws IllegalArgumentException if an op's bytes are no op
   */
  public void ops(Definition definition) {
    Map<String, Op> ops = new HashMap<>();
    for (MarshalledOp op : definition.ops()) {
      ops.put(op.digest(), DefinitionJson.parse(op));
    }
    fields.map(ops, this::op);
  }

  void op(Op op) {
    fields.message(() -> new OpJson(this, fields).write(op));
  }

  /** The ops' metadata by digest. */
  public void metadata(Definition definition) {
    fields.map(definition.metadata(), this::metadata);
  }

  void metadata(OpMetadata metadata) {
    fields.message(() -> metadataFields(metadata));
  }

  private void metadataFields(OpMetadata metadata) {
    fields.flag("ignore_cache", metadata.ignoreCache());
    fields.texts("description", metadata.description());
    fields.message(
        "export_cache",
        metadata.exportCache().isPresent(),
        () -> fields.flag("Value", metadata.exportCache().orElseThrow()));
    fields.map("caps", flags(metadata.caps()), json::bool);
    metadata
        .progressGroup()
        .ifPresent(
            group ->
                fields.message(
                    "progress_group",
                    true,
                    () -> {
                      fields.text("id", group.id());
                      fields.text("name", group.name());
                      fields.flag("weak", group.weak());
                    }));
    metadata
        .linuxResources()
        .ifPresent(resources -> fields.message("linux_resources", true, () -> resources(resources)));
  }

  private static Map<String, Boolean> flags(Set<String> names) {
    Map<String, Boolean> flags = new HashMap<>();
    names.forEach(name -> flags.put(name, true));
    return flags;
  }

  private void resources(LinuxResources resources) {
    fields.number("memory", resources.memory());
    fields.number("memorySwap", resources.memorySwap());
    fields.unsigned("cpuShares", resources.cpuShares());
    fields.unsigned("cpuPeriod", resources.cpuPeriod());
    fields.number("cpuQuota", resources.cpuQuota());
    fields.text("cpusetCpus", resources.cpusetCpus());
    fields.text("cpusetMems", resources.cpusetMems());
  }

  /** Where the ops come from; an empty object where nothing is known of it. */
  public void source(Definition definition) {
    fields.message(() -> definition.source().ifPresent(this::sourceFields));
  }

  private void sourceFields(Definition.Source source) {
    fields.map(
        "locations",
        source.locations(),
        locations -> fields.message(() -> fields.messages("locations", locations, this::location)));
    fields.messages("infos", source.files(), this::fileFields);
  }

  /** A file that ops come from. */
  public void file(Definition.SourceFile file) {
    fields.message(() -> fileFields(file));
  }

  private void fileFields(Definition.SourceFile file) {
    fields.text("filename", file.filename());
    fields.bytes("data", file.data());
    file.definition().ifPresent(graph -> fields.message("definition", true, () -> definition(graph)));
    fields.text("language", file.language());
  }

  /** The fields of a graph in which the ops are bytes. */
  void definition(Definition definition) {
    fields.list("def", definition.ops(), op -> json.bytes(op.bytes()));
    fields.map("metadata", definition.metadata(), this::metadata);
    definition.source().ifPresent(source -> fields.message("Source", true, () -> sourceFields(source)));
  }

  private void location(Definition.Location location) {
    fields.number("sourceIndex", location.file());
    fields.messages("ranges", location.ranges(), this::range);
  }

  private void range(SourceRange range) {
    fields.message("start", true, () -> position(range.startLine(), range.startCharacter()));
    fields.message("end", true, () -> position(range.endLine(), range.endCharacter()));
  }

  private void position(int line, int character) {
    fields.number("line", line);
    fields.number("character", character);
  }
}

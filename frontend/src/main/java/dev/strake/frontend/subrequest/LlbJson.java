package dev.strake.frontend.subrequest;

import com.google.protobuf.ByteString;
import dev.strake.frontend.port.SourceInfo;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.pb.Definition;
import dev.strake.llb.pb.LinuxResources;
import dev.strake.llb.pb.Location;
import dev.strake.llb.pb.Locations;
import dev.strake.llb.pb.OpMetadata;
import dev.strake.llb.pb.Position;
import dev.strake.llb.pb.Range;
import dev.strake.llb.pb.Source;
import java.util.Map;

/** What stands beside the ops of a graph, as JSON. */
final class LlbJson {

  private final GoJsonWriter json;
  private final MessageJson fields;
  private final MetadataNames names;

  private LlbJson(GoJsonWriter json, boolean longsAsText, MetadataNames names) {
    this.json = json;
    this.fields = new MessageJson(json, longsAsText);
    this.names = names;
  }

  /** The names of those fields that Go's two ways of writing call otherwise. */
  private record MetadataNames(String ignoreCache, String exportCache, String progressGroup, String linuxResources) {}

  /** As {@code encoding/json} writes. */
  static LlbJson go(GoJsonWriter json) {
    return new LlbJson(
        json, false, new MetadataNames("ignore_cache", "export_cache", "progress_group", "linux_resources"));
  }

  /** As {@code protojson} writes. */
  static LlbJson proto(GoJsonWriter json) {
    return new LlbJson(
        json, true, new MetadataNames("ignoreCache", "exportCache", "progressGroup", "linuxResources"));
  }

  /** The metadata by digest. */
  void metadata(Map<String, OpMetadata> metadata) {
    fields.map(metadata, (w, each) -> metadata(each));
  }

  private void metadata(OpMetadata metadata) {
    fields.message(
        () -> {
          fields.flag(names.ignoreCache, metadata.getIgnoreCache());
          fields.map("description", metadata.getDescriptionMap(), GoJsonWriter::string);
          fields.message(
              names.exportCache,
              metadata.hasExportCache(),
              () -> fields.flag("Value", metadata.getExportCache().getValue()));
          fields.map("caps", metadata.getCapsMap(), GoJsonWriter::bool);
          fields.message(
              names.progressGroup,
              metadata.hasProgressGroup(),
              () -> {
                fields.text("id", metadata.getProgressGroup().getId());
                fields.text("name", metadata.getProgressGroup().getName());
                fields.flag("weak", metadata.getProgressGroup().getWeak());
              });
          fields.message(
              names.linuxResources, metadata.hasLinuxResources(), () -> resources(metadata.getLinuxResources()));
        });
  }

  private void resources(LinuxResources resources) {
    fields.number("memory", resources.getMemory());
    fields.number("memorySwap", resources.getMemorySwap());
    fields.unsigned("cpuShares", resources.getCpuShares());
    fields.unsigned("cpuPeriod", resources.getCpuPeriod());
    fields.number("cpuQuota", resources.getCpuQuota());
    fields.text("cpusetCpus", resources.getCpusetCpus());
    fields.text("cpusetMems", resources.getCpusetMems());
  }

  /** Where the ops come from. */
  void source(Source source) {
    fields.message(() -> sourceFields(source));
  }

  private void sourceFields(Source source) {
    fields.map("locations", source.getLocationsMap(), (w, each) -> locations(each));
    fields.list("infos", source.getInfosList(), this::sourceInfo);
  }

  /** A file. */
  void sourceInfo(SourceInfo info) {
    sourceInfo(
        dev.strake.llb.pb.SourceInfo.newBuilder()
            .setFilename(info.filename())
            .setLanguage(info.language())
            .setData(ByteString.copyFrom(info.data()))
            .setDefinition(info.definition().toProto())
            .build());
  }

  private void sourceInfo(dev.strake.llb.pb.SourceInfo info) {
    fields.message(
        () -> {
          fields.text("filename", info.getFilename());
          fields.bytes("data", info.getData());
          fields.message("definition", info.hasDefinition(), () -> definition(info.getDefinition()));
          fields.text("language", info.getLanguage());
        });
  }

  /** The fields of a graph. */
  void definition(Definition definition) {
    fields.list("def", definition.getDefList(), op -> json.bytes(op.toByteArray()));
    fields.map("metadata", definition.getMetadataMap(), (w, each) -> metadata(each));
    fields.message("Source", definition.hasSource(), () -> sourceFields(definition.getSource()));
  }

  private void locations(Locations locations) {
    fields.message(() -> fields.list("locations", locations.getLocationsList(), this::location));
  }

  private void location(Location location) {
    fields.message(
        () -> {
          fields.number("sourceIndex", location.getSourceIndex());
          fields.list("ranges", location.getRangesList(), this::range);
        });
  }

  private void range(Range range) {
    fields.message(
        () -> {
          fields.message("start", range.hasStart(), () -> position(range.getStart()));
          fields.message("end", range.hasEnd(), () -> position(range.getEnd()));
        });
  }

  private void position(Position position) {
    fields.number("line", position.getLine());
    fields.number("character", position.getCharacter());
  }
}

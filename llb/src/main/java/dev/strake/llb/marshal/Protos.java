package dev.strake.llb.marshal;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.strake.llb.LinuxResources;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.ProgressGroup;
import dev.strake.llb.SourceRange;
import dev.strake.llb.go.GoStrings;
import dev.strake.llb.pb.ExportCache;
import dev.strake.llb.pb.Location;
import dev.strake.llb.pb.Locations;
import dev.strake.llb.pb.Position;
import dev.strake.llb.pb.Range;
import dev.strake.llb.pb.Source;
import dev.strake.llb.pb.SourceInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Definitions as messages, and back. */
final class Protos {
  private Protos() {}

  static dev.strake.llb.pb.Definition toProto(Definition definition) {
    dev.strake.llb.pb.Definition.Builder message = dev.strake.llb.pb.Definition.newBuilder();
    for (MarshalledOp op : definition.ops()) {
      message.addDef(UnsafeByteOperations.unsafeWrap(op.bytes()));
    }
    definition.metadata().forEach((digest, metadata) -> message.putMetadata(digest, toProto(metadata)));
    definition.source().ifPresent(source -> message.setSource(toProto(source)));
    return message.build();
  }

  static Definition fromProto(dev.strake.llb.pb.Definition message) {
    List<MarshalledOp> ops = new ArrayList<>(message.getDefCount());
    Sha256 sha256 = new Sha256();
    for (ByteString bytes : message.getDefList()) {
      byte[] copy = bytes.toByteArray();
      ops.add(new MarshalledOp(sha256.digest(copy), copy));
    }
    Map<String, OpMetadata> metadata = new LinkedHashMap<>();
    message.getMetadataMap().forEach((digest, each) -> metadata.put(digest, fromProto(each)));
    Optional<Definition.Source> source =
        message.hasSource() ? Optional.of(fromProto(message.getSource())) : Optional.empty();
    return new Definition(ops, metadata, source);
  }

  private static dev.strake.llb.pb.OpMetadata toProto(OpMetadata metadata) {
    dev.strake.llb.pb.OpMetadata.Builder message =
        dev.strake.llb.pb.OpMetadata.newBuilder()
            .setIgnoreCache(metadata.ignoreCache());
    metadata.description().forEach((name, value) -> message.putDescription(name, GoStrings.toValid(value)));
    for (String id : metadata.caps()) {
      message.putCaps(id, true);
    }
    metadata.exportCache().ifPresent(value -> message.setExportCache(ExportCache.newBuilder().setValue(value)));
    metadata
        .progressGroup()
        .ifPresent(
            group ->
                message.setProgressGroup(
                    dev.strake.llb.pb.ProgressGroup.newBuilder()
                        .setId(group.id())
                        .setName(group.name())
                        .setWeak(group.weak())));
    metadata.linuxResources().ifPresent(resources -> message.setLinuxResources(toProto(resources)));
    return message.build();
  }

  private static OpMetadata fromProto(dev.strake.llb.pb.OpMetadata message) {
    Set<String> caps = new HashSet<>();
    message.getCapsMap().forEach((id, needed) -> {
      if (needed) {
        caps.add(id);
      }
    });
    OpMetadata metadata =
        new OpMetadata(
            message.getIgnoreCache(),
            message.getDescriptionMap(),
            message.hasExportCache() ? Optional.of(message.getExportCache().getValue()) : Optional.empty(),
            caps,
            Optional.empty(),
            Optional.empty());
    if (message.hasProgressGroup()) {
      dev.strake.llb.pb.ProgressGroup group = message.getProgressGroup();
      metadata = metadata.withProgressGroup(new ProgressGroup(group.getId(), group.getName(), group.getWeak()));
    }
    return message.hasLinuxResources()
        ? metadata.withLinuxResources(fromProto(message.getLinuxResources()))
        : metadata;
  }

  private static dev.strake.llb.pb.LinuxResources toProto(LinuxResources resources) {
    return dev.strake.llb.pb.LinuxResources.newBuilder()
        .setMemory(resources.memory())
        .setMemorySwap(resources.memorySwap())
        .setCpuShares(resources.cpuShares())
        .setCpuPeriod(resources.cpuPeriod())
        .setCpuQuota(resources.cpuQuota())
        .setCpusetCpus(resources.cpusetCpus())
        .setCpusetMems(resources.cpusetMems())
        .build();
  }

  private static LinuxResources fromProto(dev.strake.llb.pb.LinuxResources message) {
    return new LinuxResources(
        message.getMemory(),
        message.getMemorySwap(),
        message.getCpuShares(),
        message.getCpuPeriod(),
        message.getCpuQuota(),
        message.getCpusetCpus(),
        message.getCpusetMems());
  }

  private static Source toProto(Definition.Source source) {
    Source.Builder message = Source.newBuilder();
    for (Definition.SourceFile file : source.files()) {
      SourceInfo.Builder info =
          SourceInfo.newBuilder()
              .setFilename(file.filename())
              .setLanguage(file.language())
              .setData(UnsafeByteOperations.unsafeWrap(file.data()));
      file.definition().ifPresent(definition -> info.setDefinition(toProto(definition)));
      message.addInfos(info);
    }
    source
        .locations()
        .forEach(
            (digest, locations) -> {
              Locations.Builder all = Locations.newBuilder();
              locations.forEach(location -> all.addLocations(toProto(location)));
              message.putLocations(digest, all.build());
            });
    return message.build();
  }

  private static Location toProto(Definition.Location location) {
    Location.Builder message = Location.newBuilder().setSourceIndex(location.file());
    for (SourceRange range : location.ranges()) {
      message.addRanges(
          Range.newBuilder()
              .setStart(position(range.startLine(), range.startCharacter()))
              .setEnd(position(range.endLine(), range.endCharacter())));
    }
    return message.build();
  }

  private static Position position(int line, int character) {
    return Position.newBuilder().setLine(line).setCharacter(character).build();
  }

  private static Definition.Source fromProto(Source message) {
    List<Definition.SourceFile> files = new ArrayList<>(message.getInfosCount());
    for (SourceInfo info : message.getInfosList()) {
      Optional<Definition> definition =
          info.hasDefinition() ? Optional.of(fromProto(info.getDefinition())) : Optional.empty();
      files.add(
          new Definition.SourceFile(info.getFilename(), info.getLanguage(), info.getData().toByteArray(), definition));
    }
    Map<String, List<Definition.Location>> locations = new LinkedHashMap<>();
    message.getLocationsMap().forEach((digest, each) -> locations.put(digest, fromProto(each)));
    return new Definition.Source(files, locations);
  }

  private static List<Definition.Location> fromProto(Locations message) {
    List<Definition.Location> locations = new ArrayList<>(message.getLocationsCount());
    for (Location location : message.getLocationsList()) {
      List<SourceRange> ranges = location.getRangesList().stream().map(Protos::fromProto).toList();
      locations.add(new Definition.Location(location.getSourceIndex(), ranges));
    }
    return locations;
  }

  private static SourceRange fromProto(Range range) {
    Position start = range.getStart();
    Position end = range.getEnd();
    return new SourceRange(start.getLine(), start.getCharacter(), end.getLine(), end.getCharacter());
  }
}

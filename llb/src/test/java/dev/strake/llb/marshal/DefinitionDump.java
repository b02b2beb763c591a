package dev.strake.llb.marshal;

import dev.strake.llb.OpMetadata;
import dev.strake.llb.SourceRange;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoStrings;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** All of a definition as lines of text, in the form of the expected values: ops by digest, maps sorted. */
final class DefinitionDump {
  private final StringBuilder out = new StringBuilder();

  private DefinitionDump() {}

  static String of(Definition definition) {
    DefinitionDump dump = new DefinitionDump();
    dump.add(definition, "");
    return dump.out.toString();
  }

  private static List<String> sorted(Collection<String> texts) {
    return texts.stream().sorted(GoStrings::compare).toList();
  }

  private void add(Definition definition, String indent) {
    for (MarshalledOp op : definition.ops()) {
      out.append(indent).append("op ").append(op.digest()).append('\n');
    }
    for (String digest : sorted(definition.metadata().keySet())) {
      out.append(indent).append("meta ").append(digest);
      add(definition.metadata().get(digest));
      out.append('\n');
    }
    definition.source().ifPresent(source -> add(source, indent));
  }

  private void add(OpMetadata metadata) {
    if (metadata.ignoreCache()) {
      out.append(" ignore");
    }
    for (String key : sorted(metadata.description().keySet())) {
      out.append(' ').append(GoQuote.quote(key)).append('=').append(GoQuote.quote(metadata.description().get(key)));
    }
    metadata.exportCache().ifPresent(value -> out.append(" export=").append(value));
    out.append(" caps=").append(String.join(",", sorted(metadata.caps())));
    metadata
        .progressGroup()
        .ifPresent(
            group ->
                out.append(" group=").append(GoQuote.quote(group.id())).append(',')
                    .append(GoQuote.quote(group.name())).append(',').append(group.weak()));
    metadata
        .linuxResources()
        .ifPresent(
            r ->
                out.append(" resources=").append(r.memory()).append(',').append(r.memorySwap()).append(',')
                    .append(r.cpuShares()).append(',').append(r.cpuPeriod()).append(',').append(r.cpuQuota())
                    .append(',').append(GoQuote.quote(r.cpusetCpus())).append(',')
                    .append(GoQuote.quote(r.cpusetMems())));
  }

  private void add(Definition.Source source, String indent) {
    for (Definition.SourceFile file : source.files()) {
      String data = new String(file.data(), StandardCharsets.UTF_8);
      out.append(indent).append("file ").append(GoQuote.quote(file.filename())).append(' ')
          .append(GoQuote.quote(file.language())).append(' ').append(GoQuote.quote(data)).append('\n');
      file.definition().ifPresent(definition -> add(definition, indent + "  "));
    }
    for (String digest : sorted(source.locations().keySet())) {
      out.append(indent).append("locations ").append(digest);
      for (Definition.Location location : source.locations().get(digest)) {
        out.append(' ').append(location.file()).append(':');
        for (SourceRange range : location.ranges()) {
          out.append('[').append(range.startLine()).append('.').append(range.startCharacter()).append('-')
              .append(range.endLine()).append('.').append(range.endCharacter()).append(']');
        }
      }
      out.append('\n');
    }
  }
}

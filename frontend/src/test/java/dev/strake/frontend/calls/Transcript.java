package dev.strake.frontend.calls;

import static dev.strake.llb.go.GoQuote.quote;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayPort.Attestation;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.SourceRange;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.pb.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a frontend asks of its daemon, sorted, and what it gives back, as the reference's transcript has it. */
public final class Transcript {

  private final List<String> entries = new ArrayList<>();

  Transcript() {}

  /** The transcript of our frontend. */
  public static String of(Call call) {
    Transcript transcript = new Transcript();
    try {
      return transcript.of(new DockerfileFrontend().run(new TranscriptGateway(call, transcript)));
    } catch (CompileFailed failed) {
      return transcript.of(failed);
    }
  }

  synchronized void add(String entry) {
    entries.add(entry);
  }

  private String of(FrontendResult result) {
    StringBuilder text = sorted();
    text.append("RESULT single=").append(result.single().isPresent()).append(" refs=");
    text.append(
        new TreeMap<>(result.multiple())
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().isPresent())
                .collect(Collectors.joining(",")));
    text.append('\n');
    new TreeMap<>(result.metadata())
        .forEach((key, value) -> text.append("METADATA ").append(key).append(' ').append(utf8(value)).append('\n'));
    new TreeMap<>(result.attestations())
        .forEach((platform, all) -> all.forEach(each -> text.append(attestation(platform, each))));
    return text.toString();
  }

  private static String attestation(String platform, Attestation attestation) {
    Map<String, String> metadata = new TreeMap<>();
    attestation.metadata().forEach((key, value) -> metadata.put(key, utf8(value)));
    return "ATTEST " + platform + " kind=" + attestation.kind().ordinal() + " path=" + quote(attestation.path())
        + " ref=" + attestation.reference().isPresent() + " type=" + attestation.predicateType()
        + " metadata=" + map(metadata) + " subjects=" + attestation.subjects().size() + "\n";
  }

  private String of(CompileFailed failed) {
    StringBuilder text = sorted().append("ERROR ").append(failed.getMessage()).append('\n');
    for (List<LineRange> lines : failed.places()) {
      failed.source()
          .ifPresent(file -> text.append("  source %s %s%n".formatted(file.filename(), ranges(lines))));
    }
    return text.toString();
  }

  private StringBuilder sorted() {
    StringBuilder text = new StringBuilder();
    entries.stream().sorted().forEach(text::append);
    return text;
  }

  static String ranges(List<LineRange> ranges) {
    return ranges.stream().map(range -> range.first() + "-" + range.last()).collect(Collectors.joining(","));
  }

  static String map(Map<String, String> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + quote(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  static String definition(Definition definition) {
    StringBuilder text = new StringBuilder();
    for (MarshalledOp op : definition.ops()) {
      Op message = op(op);
      if (message.hasSource()) {
        text.append("  from ").append(message.getSource().getIdentifier()).append(' ');
        text.append(map(message.getSource().getAttrsMap())).append('\n');
      }
      OpMetadata metadata = definition.metadata().getOrDefault(op.digest(), OpMetadata.NONE);
      text.append("  op ").append(op.digest()).append(" ignore=").append(metadata.ignoreCache()).append(" caps=");
      text.append(String.join(",", new TreeSet<>(metadata.caps()))).append(" desc=");
      text.append(map(metadata.description())).append('\n');
    }
    definition.source().ifPresent(source -> append(text, source));
    return text.toString();
  }

  private static void append(StringBuilder text, Definition.Source source) {
    for (Definition.SourceFile file : source.files()) {
      text.append("  source ").append(file.filename()).append(' ').append(file.language()).append(' ');
      text.append(file.data().length).append(" bytes, definition of ");
      text.append(file.definition().map(each -> each.ops().size()).orElse(-1)).append(" ops\n");
    }
    new TreeMap<>(source.locations())
        .forEach(
            (digest, locations) -> {
              for (Definition.Location location : locations) {
                text.append("  at ").append(digest).append(' ').append(location.file()).append(':');
                text.append(location.ranges().stream().map(Transcript::range).collect(Collectors.joining(",")));
                text.append('\n');
              }
            });
  }

  private static String range(SourceRange range) {
    return range.startLine() + "-" + range.endLine();
  }

  static Op op(MarshalledOp op) {
    try {
      return Op.parseFrom(op.bytes());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}

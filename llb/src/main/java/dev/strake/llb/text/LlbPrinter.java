package dev.strake.llb.text;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.llb.LinuxResources;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.SourceRange;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoStrings;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.pb.Op;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a definition as text, for people and for tests.
 *
 * <p>There is a line for each op, {@code %n = kind inputs attributes ; place}, with indented lines for its parts;
 * inputs are {@code %n:output}, attributes are sorted, and what holds its usual value is left out. Whatever changes in
 * a definition changes its text.
 */
public final class LlbPrinter {
  private final Definition definition;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> numbers = new HashMap<>();

  private LlbPrinter(Definition definition) {
    this.definition = definition;
  }

  public static String print(Definition definition) {
    LlbPrinter printer = new LlbPrinter(definition);
    printer.print();
    return printer.out.toString();
  }

  private void print() {
    for (MarshalledOp op : definition.ops()) {
      print(op);
    }
    // What belongs to no op is wrong, and so must show.
    for (String digest : new TreeSet<>(definition.metadata().keySet())) {
      if (!numbers.containsKey(digest)) {
        line("%" + GoQuote.quote(digest) + metadata(definition.metadata().get(digest)));
      }
    }
    definition.source().ifPresent(this::print);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void print(MarshalledOp marshalled) {
    int number = numbers.size();
    OpMetadata metadata = definition.metadata().get(marshalled.digest());
    String end = metadata(metadata) + places(marshalled.digest());
    try {
      Op op = Op.parseFrom(marshalled.bytes());
      List<String> lines = new OpText(op, numbers).lines();
      line("%" + number + " = " + lines.getFirst() + end);
      lines.stream().skip(1).forEach(this::line);
    } catch (InvalidProtocolBufferException e) {
      line("%" + number + " = broken 0x" + HexFormat.of().formatHex(marshalled.bytes()) + end);
    }
    numbers.put(marshalled.digest(), number);
  }

  private static String metadata(@Nullable OpMetadata metadata) {
    if (metadata == null) {
      return " no-metadata";
    }
    Line line = new Line("");
    line.raw("caps", String.join(",", metadata.caps().stream().sorted(GoStrings::compare).toList()))
        .flag("ignore-cache", metadata.ignoreCache());
    metadata.description().forEach((name, value) -> line.raw("description." + name, GoQuote.quote(value)));
    metadata.exportCache().ifPresent(value -> line.raw("export-cache", value.toString()));
    metadata
        .progressGroup()
        .ifPresent(
            group ->
                line.string("group.id", group.id())
                    .raw("group.name", GoQuote.quote(group.name()))
                    .flag("group.weak", group.weak()));
    metadata.linuxResources().ifPresent(resources -> add(line, resources));
    return line.toString();
  }

  private static void add(Line line, LinuxResources resources) {
    line.raw("resources.memory", Long.toString(resources.memory()))
        .number("resources.memory-swap", resources.memorySwap(), 0)
        .number("resources.cpu-shares", resources.cpuShares(), 0)
        .number("resources.cpu-period", resources.cpuPeriod(), 0)
        .number("resources.cpu-quota", resources.cpuQuota(), 0)
        .string("resources.cpuset-cpus", resources.cpusetCpus())
        .string("resources.cpuset-mems", resources.cpusetMems());
  }

  private String places(String digest) {
    if (definition.source().isEmpty()) {
      return "";
    }
    Definition.Source source = definition.source().get();
    List<Definition.Location> locations = source.locations().get(digest);
    if (locations == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(" ;");
    for (Definition.Location location : locations) {
      text.append(' ').append(file(source, location.file())).append(':');
      String ranges = String.join(",", location.ranges().stream().map(LlbPrinter::range).toList());
      text.append(ranges);
    }
    return text.toString();
  }

  private static String file(Definition.Source source, int index) {
    if (index < 0 || index >= source.files().size()) {
      return "?" + index;
    }
    String name = source.files().get(index).filename();
    boolean only = source.files().stream().filter(each -> each.filename().equals(name)).count() == 1;
    return only ? name : name + "#" + index;
  }

  private static String range(SourceRange range) {
    String start = position(range.startLine(), range.startCharacter());
    String end = position(range.endLine(), range.endCharacter());
    return start.equals(end) ? start : start + "-" + end;
  }

  private static String position(int line, int character) {
    return character == 0 ? Integer.toString(line) : line + "." + character;
  }

  private void print(Definition.Source source) {
    for (String digest : new TreeSet<>(source.locations().keySet())) {
      if (!numbers.containsKey(digest)) {
        line("%" + GoQuote.quote(digest) + places(digest));
      }
    }
    for (Definition.SourceFile file : source.files()) {
      // As Latin-1, every byte shows.
      String data = new String(file.data(), StandardCharsets.ISO_8859_1);
      Line head = new Line("file").quoted(file.filename());
      line(head.string("language", file.language()).string("data", data).toString());
      file.definition().ifPresent(inner -> print(inner).lines().forEach(each -> line("  " + each)));
    }
  }
}

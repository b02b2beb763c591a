package dev.strake.frontend.subrequest;

import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.go.GoTabWriter;
import java.util.List;
import java.util.Map;

/** The answer to {@code frontend.subrequests.describe}: which subrequests there are. */
public final class DescribeAnswer {

  // The reference tells of these only, though it answers more.
  private static final List<RequestDefinition> ALL =
      List.of(RequestDefinition.OUTLINE, RequestDefinition.TARGETS, RequestDefinition.DESCRIBE);

  private static final String PREFIX = "frontend.";

  private DescribeAnswer() {}

  /** The answer as a result's metadata. */
  public static Map<String, byte[]> metadata() {
    GoJsonWriter json = GoJsonWriter.indented("  ").array(ALL, DescribeAnswer::write);
    StringBuilder table = new StringBuilder("NAME\tVERSION\tDESCRIPTION\n");
    for (RequestDefinition each : ALL) {
      table.append(each.name().substring(PREFIX.length())).append('\t');
      table.append(each.version()).append('\t').append(each.description()).append('\n');
    }
    return Answers.of(json, GoTabWriter.align(table.toString(), 1), RequestDefinition.DESCRIBE.version());
  }

  private static void write(GoJsonWriter json, RequestDefinition request) {
    json.beginObject();
    json.name("name").string(request.name());
    json.name("version").string(request.version());
    json.name("type").string("rpc");
    json.name("description").string(request.description());
    json.name("opts");
    if (request.options().isPresent()) {
      json.array(request.options().get(), (w, option) -> named(w, option.name(), option.description()));
    } else {
      json.nothing();
    }
    json.name("inputs").nothing();
    json.name("metadata").array(request.metadata(), (w, key) -> named(w, key, ""));
    json.name("refs").nothing();
    json.endObject();
  }

  private static void named(GoJsonWriter json, String name, String description) {
    json.beginObject().name("name").string(name).name("description").string(description).endObject();
  }
}

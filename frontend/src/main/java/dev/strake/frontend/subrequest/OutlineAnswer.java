package dev.strake.frontend.subrequest;

import dev.strake.frontend.lower.Outline;
import dev.strake.frontend.lower.Outline.Argument;
import dev.strake.frontend.lower.Outline.Mount;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.go.GoTabWriter;
import java.util.List;
import java.util.Map;

/** The answer to {@code frontend.outline}. */
public final class OutlineAnswer {

  private static final int PADDING = 3;

  private OutlineAnswer() {}

  /**
   * The answer as a result's metadata.
   *
   * @param dockerfile the file's bytes
   * @param limit how many bytes the answer may have
   * @throws dev.strake.llb.go.TooLargeException when it has more
   */
  public static Map<String, byte[]> metadata(Outline outline, byte[] dockerfile, long limit) {
    return Answers.of(json(outline, dockerfile, limit), text(outline), RequestDefinition.OUTLINE.version());
  }

  private static GoJsonWriter json(Outline outline, byte[] dockerfile, long limit) {
    GoJsonWriter json = GoJsonWriter.indented("  ", limit).beginObject();
    Answers.text(json, "name", outline.name());
    Answers.text(json, "description", outline.description());
    if (!outline.arguments().isEmpty()) {
      json.name("args").array(outline.arguments(), OutlineAnswer::argument);
    }
    mounts(json, "secrets", outline.secrets());
    mounts(json, "ssh", outline.ssh());
    return json.name("sources").beginArray().bytes(dockerfile).endArray().endObject();
  }

  private static void argument(GoJsonWriter json, Argument argument) {
    json.beginObject().name("name").string(argument.name());
    Answers.text(json, "description", argument.description());
    Answers.text(json, "value", argument.value());
    Answers.location(json, argument.location());
    json.endObject();
  }

  private static void mounts(GoJsonWriter json, String name, List<Mount> mounts) {
    if (!mounts.isEmpty()) {
      json.name(name).array(mounts, OutlineAnswer::mount);
    }
  }

  private static void mount(GoJsonWriter json, Mount mount) {
    json.beginObject().name("name").string(mount.name());
    Answers.flag(json, "required", mount.required());
    Answers.location(json, mount.location());
    json.endObject();
  }

  private static String text(Outline outline) {
    StringBuilder text = new StringBuilder();
    if (!outline.name().isEmpty() || !outline.description().isEmpty()) {
      String name = outline.name().isEmpty() ? "(default)" : outline.name();
      String description =
          outline.description().isEmpty() ? "" : "DESCRIPTION:\t" + outline.description() + "\n";
      text.append(GoTabWriter.align("TARGET:\t" + name + "\n" + description, 1)).append('\n');
    }
    if (!outline.arguments().isEmpty()) {
      StringBuilder table = new StringBuilder("BUILD ARG\tVALUE\tDESCRIPTION\n");
      for (Argument each : outline.arguments()) {
        table.append(each.name()).append('\t').append(each.value()).append('\t');
        table.append(each.description()).append('\n');
      }
      text.append(GoTabWriter.align(table.toString(), PADDING)).append('\n');
    }
    appendMounts(text, "SECRET", outline.secrets());
    appendMounts(text, "SSH", outline.ssh());
    return text.toString();
  }

  private static void appendMounts(StringBuilder text, String title, List<Mount> mounts) {
    if (!mounts.isEmpty()) {
      StringBuilder table = new StringBuilder(title + "\tREQUIRED\n");
      for (Mount each : mounts) {
        table.append(each.name()).append('\t').append(each.required() ? "true" : "").append('\n');
      }
      text.append(GoTabWriter.align(table.toString(), PADDING)).append('\n');
    }
  }
}

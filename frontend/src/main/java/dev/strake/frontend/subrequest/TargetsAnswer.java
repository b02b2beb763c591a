package dev.strake.frontend.subrequest;

import dev.strake.frontend.instruction.Stage;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.go.GoTabWriter;
import java.util.List;
import java.util.Map;

/** The answer to {@code frontend.targets}: the stages, as they are written. */
public final class TargetsAnswer {

  private TargetsAnswer() {}

  /**
   * The answer as a result's metadata.
   *
   * @param dockerfile the file's bytes
   * @param limit how many bytes the answer may have
   * @throws dev.strake.llb.go.TooLargeException when it has more
   */
  public static Map<String, byte[]> metadata(List<Stage> stages, byte[] dockerfile, long limit) {
    GoJsonWriter json = GoJsonWriter.indented("  ", limit).beginObject().name("targets");
    StringBuilder table = new StringBuilder("TARGET\tDESCRIPTION\n");
    if (stages.isEmpty()) {
      json.nothing();
    } else {
      json.beginArray();
      for (int i = 0; i < stages.size(); i++) {
        boolean isDefault = i == stages.size() - 1;
        write(json, stages.get(i), isDefault);
        String name = stages.get(i).name();
        table.append(name).append(!isDefault ? "" : name.isEmpty() ? "(default)" : " (default)");
        table.append('\t').append(stages.get(i).docComment()).append('\n');
      }
      json.endArray();
    }
    json.name("sources").beginArray().bytes(dockerfile).endArray().endObject();
    return Answers.of(json, GoTabWriter.align(table.toString(), 1), RequestDefinition.TARGETS.version());
  }

  private static void write(GoJsonWriter json, Stage stage, boolean isDefault) {
    json.beginObject();
    Answers.text(json, "name", stage.name());
    Answers.flag(json, "default", isDefault);
    Answers.text(json, "description", stage.docComment());
    Answers.text(json, "base", stage.baseName());
    Answers.text(json, "platform", stage.platform());
    Answers.location(json, stage.statement().lines().each());
    json.endObject();
  }
}

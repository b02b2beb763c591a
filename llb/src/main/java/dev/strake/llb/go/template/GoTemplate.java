package dev.strake.llb.go.template;

import java.util.List;

/**
 * A Go template, such as {@code {{range .}}{{.ID}} {{end}}} or {@code {{json .}}}.
 *
 * <p>Text, pipelines, variables, {@code if}, {@code with}, {@code range} and Go's functions; no named templates.
 */
public final class GoTemplate {

  private final List<Node> nodes;

  private GoTemplate(List<Node> nodes) {
    this.nodes = nodes;
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException where it makes no sense
   */
  public static GoTemplate parse(String template) {
    return new GoTemplate(TemplateParser.parse(template, TemplateFunctions.NAMES));
  }

  /**
   * Fills it with a value.
   *
   * @throws TemplateException where the value has not what is asked for
   */
  public String fill(GoValue value) {
    return new TemplateExecution(value).run(nodes);
  }
}

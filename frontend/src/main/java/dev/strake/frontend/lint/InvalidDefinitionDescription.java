package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import java.util.List;

/** A comment in front of {@code FROM} or {@code ARG} begins with the name that it describes. */
public final class InvalidDefinitionDescription extends LintRule {

  InvalidDefinitionDescription() {
    super(
        "InvalidDefinitionDescription",
        "Comment for build stage or argument should follow the format: `# <arg/stage name> "
            + "<description>`. If this is not intended to be a description comment, add an empty line or "
            + "comment between the instruction and the comment.",
        "invalid-definition-description");
  }

  @Override
  public boolean experimental() {
    return true;
  }

  /**
   * Warns where the last comment line does not begin with one of the names.
   *
   * @param instruction {@code FROM} or {@code ARG}
   * @param names what the instruction defines; none where it defines nothing that has a name
   */
  public void check(Linter linter, Place place, String instruction, List<String> names, List<String> comments) {
    if (comments.isEmpty() || names.isEmpty()) {
      return;
    }
    String comment = comments.getLast();
    int space = comment.indexOf(' ');
    if (!names.contains(space < 0 ? comment : comment.substring(0, space))) {
      String example = names.size() > 1 ? "<arg_key>" : names.getFirst();
      String message = "Comment for " + instruction + " should follow the format: `# " + example + " <description>`";
      linter.report(this, place, message);
    }
  }
}

package dev.strake.grammar;

import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;

/**
 * What can be wrong with a Dockerfile as a text. The messages are the reference's where it has one, and so are the line
 * ranges: it tells all lines of a logical line, and directives by the line in front of them.
 */
public final class SyntaxDiagnostics {

  private SyntaxDiagnostics() {}

  /** Nothing but comments and blank lines, {@code lines} of them. */
  public static Diagnostic noInstructions(SourceFile file, Span end, int lines) {
    return Diagnostic.error("no-instructions", "file with no instructions", file, end)
        .withLines(lines, lines)
        .withHelp("a Dockerfile needs a FROM instruction, such as: FROM alpine");
  }

  /** A directive's second line. */
  public static Diagnostic repeatedDirective(SourceFile file, Span place, String name, Span first) {
    return directive(
            "repeated-directive", "only one " + name + " parser directive can be used", file, place)
        .withLabel(first, "the first one is here")
        .withHelp("take one of the two lines out");
  }

  /** An escape character other than the two. */
  public static Diagnostic invalidEscape(SourceFile file, Span place, String value) {
    return directive(
            "invalid-escape", "invalid escape token '" + value + "' does not match ` or \\", file, place)
        .withHelp("write `# escape=\\` or `# escape=``");
  }

  private static Diagnostic directive(String code, String message, SourceFile file, Span place) {
    // The reference counts a directive's line only after it has read it.
    int line = file.lineOf(place.start()) - 1;
    return Diagnostic.error(code, message, file, place).withLines(line, line);
  }

  /** A heredoc whose terminator does not come. */
  public static Diagnostic unterminatedHeredoc(
      SourceFile file, Span opening, LineRange lines, String name) {
    return Diagnostic.error("unterminated-heredoc", "unterminated heredoc", file, opening)
        .withLines(lines.first(), lines.last())
        .withHelp(
            "end it with a line that holds nothing but " + name + "; only behind <<- may tabs stand in front of it");
  }

  /** A JSON array with an element that is no string. */
  public static Diagnostic notStringArray(SourceFile file, Span element, LineRange lines) {
    return Diagnostic.error(
            "json-not-strings",
            "when using JSON array syntax, arrays must be comprised of strings only",
            file,
            element)
        .withLines(lines.first(), lines.last())
        .withHelp("put the element in double quotes");
  }

  /** A key without a value, and without {@code =}. */
  public static Diagnostic missingValue(SourceFile file, Span place, LineRange lines, String instruction) {
    return Diagnostic.error(
            "missing-value", instruction + " must have two arguments", file, place)
        .withLines(lines.first(), lines.last())
        .withHelp("write " + instruction + " name=value; name= gives it an empty value");
  }

  /**
   * A word without {@code =} among pairs.
   *
   * @param quoted the word as Go quotes it
   */
  public static Diagnostic missingEquals(SourceFile file, Span place, LineRange lines, String quoted) {
    return Diagnostic.error(
            "missing-equals",
            "Syntax error - can't find = in " + quoted + ". Must be of the form: name=value",
            file,
            place)
        .withLines(lines.first(), lines.last())
        .withHelp("a value with blanks in it needs quotes: name=\"two words\"");
  }

  /** A physical line over the limit; {@code lines} were read before it. */
  public static Diagnostic lineTooLong(SourceFile file, Span place, int lines, int limit) {
    return Diagnostic.error(
            "line-too-long", "dockerfile line greater than max allowed size of " + (limit - 1), file, place)
        .withLines(lines, lines)
        .withHelp("break it with continuations, or move its content into a file");
  }

  /** An ONBUILD that stands behind too many of its kind. */
  public static Diagnostic onbuildTooDeep(SourceFile file, Span place) {
    return Diagnostic.error(
            "onbuild-too-deep", "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed", file, place)
        .withHelp("write one ONBUILD in front of the instruction");
  }

  /** More bytes than the limit. */
  public static Diagnostic fileTooLarge(SourceFile file, int limit) {
    return Diagnostic.error(
            "dockerfile-too-large",
            file.name() + " has " + file.size() + " bytes, and " + limit + " are the most that a Dockerfile may have")
        .withHelp("move large contents into files, and copy these");
  }

  /** More of something than the limit; {@code what} is its plural. */
  public static Diagnostic tooMany(SourceFile file, Span place, String what, int limit) {
    return Diagnostic.error(
            "too-many-" + what, "more than " + limit + " " + what + " in one Dockerfile", file, place)
        .withHelp("split the Dockerfile");
  }
}

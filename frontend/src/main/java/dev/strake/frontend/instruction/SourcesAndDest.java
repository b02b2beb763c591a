package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Heredoc;
import dev.strake.frontend.ast.Statement;
import dev.strake.grammar.HeredocOpening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code COPY} and {@code ADD} copy where.
 *
 * @param sourcePaths the sources that are no here-documents
 * @param sourceContents the sources that are
 * @param destPath the destination
 */
public record SourcesAndDest(List<String> sourcePaths, List<InlineContent> sourceContents, String destPath) {
  public SourcesAndDest {
    sourcePaths = List.copyOf(sourcePaths);
    sourceContents = List.copyOf(sourceContents);
  }

  /** Takes the arguments apart, of which there are at least two. */
  static Outcome<SourcesAndDest> of(String instruction, Statement statement) {
    Arguments arguments = Arguments.of(statement.form());
    if (opening(arguments.last()).isPresent()) {
      return Outcome.failure(
          InstructionDiagnostics.heredocAsDestination(instruction, Arguments.lastSpan(statement)));
    }
    Map<String, String> contents = new HashMap<>();
    for (Heredoc heredoc : statement.heredocs()) {
      contents.put(heredoc.name(), heredoc.content());
    }
    List<String> paths = new ArrayList<>();
    List<InlineContent> inline = new ArrayList<>();
    for (String source : arguments.words().subList(0, arguments.count() - 1)) {
      opening(source)
          .ifPresentOrElse(
              // A word of the exec form may look like a here-document, too: one without content.
              opening -> inline.add(content(opening, contents.getOrDefault(opening.name(), ""))),
              () -> paths.add(source));
    }
    return Outcome.success(new SourcesAndDest(paths, inline, arguments.last()));
  }

  /** Most words are paths, which this can tell without reading them. */
  private static Optional<HeredocOpening> opening(String word) {
    return word.contains("<<") ? HeredocOpening.parse(word) : Optional.empty();
  }

  private static InlineContent content(HeredocOpening opening, String data) {
    return new InlineContent(opening.name(), opening.chomp() ? LeadingTabs.removed(data) : data, opening.expand());
  }

  SourcesAndDest expanded(FirstFailure words) {
    List<String> paths = words.expand(sourcePaths);
    return new SourcesAndDest(paths, sourceContents, words.expand(destPath));
  }

  SourcesAndDest contentsExpanded(FirstFailure words) {
    List<InlineContent> contents =
        sourceContents.stream()
            .map(content ->
                content.expand()
                    ? new InlineContent(content.path(), words.expand(content.data()), true)
                    : content)
            .toList();
    return new SourcesAndDest(sourcePaths, contents, destPath);
  }
}

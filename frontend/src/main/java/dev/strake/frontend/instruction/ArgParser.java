package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.lint.Linter;
import dev.strake.grammar.source.Utf8Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ARG}, which does not look at its flags. */
final class ArgParser implements StatementParser {

  @Override
  public Outcome<ArgCommand> parse(Statement statement, Linter linter) {
    List<String> words = Arguments.of(statement.form()).words();
    if (words.isEmpty()) {
      return Outcome.failure(InstructionDiagnostics.atLeastOneArgument("ARG"));
    }
    List<ArgDefinition> definitions = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      // The reference takes these words apart by characters.
      ArgDefinition definition = definition(Utf8Escapes.replaced(words.get(i)), statement.comments());
      if (definition.key().isEmpty() && definition.value().isPresent()) {
        return Outcome.failure(InstructionDiagnostics.blankName("ARG").at(Arguments.span(statement, i)));
      }
      definitions.add(definition);
    }
    List<String> keys = definitions.stream().map(ArgDefinition::key).toList();
    LintRules.INVALID_DEFINITION_DESCRIPTION.check(linter, Place.of(statement), "ARG", keys, statement.comments());
    return Outcome.success(new ArgCommand(statement, definitions));
  }

  private static ArgDefinition definition(String word, List<String> comments) {
    int equals = word.indexOf('=');
    String key = equals < 0 ? word : word.substring(0, equals);
    Optional<String> value = equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
    return new ArgDefinition(key, value, DocComment.of(key, comments));
  }
}

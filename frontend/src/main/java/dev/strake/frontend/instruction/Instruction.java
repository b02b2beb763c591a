package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoStrings;
import java.util.List;

/** What a statement says: the beginning of a stage or a command in one. */
public sealed interface Instruction permits Command, From {

  /** Where it is written. */
  Statement statement();

  /** The keyword, as written. */
  default String name() {
    return statement().keyword();
  }

  /** The instruction's text without heredocs, as it appears in the names of build steps. */
  default String code() {
    return GoStrings.trimSpace(statement().original().value());
  }

  /** The comment lines right in front. */
  default List<String> comments() {
    return statement().comments();
  }

  default Span span() {
    return statement().span();
  }

  default LineRange lines() {
    return statement().lines();
  }
}

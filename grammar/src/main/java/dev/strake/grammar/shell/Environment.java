package dev.strake.grammar.shell;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables that an expansion reads. Implementations are immutable; names are case-sensitive. */
public interface Environment {

  /** An environment without variables. */
  Environment EMPTY =
      new Environment() {
        @Override
        public @Nullable String get(String name) {
          return null;
        }

        @Override
        public Collection<String> keys() {
          return List.of();
        }
      };

  /** The variable's value; null when it is not set. */
  @Nullable String get(String name);

  /** The names of all variables, in the order in which the reference lists them: of definition. */
  Collection<String> keys();
}

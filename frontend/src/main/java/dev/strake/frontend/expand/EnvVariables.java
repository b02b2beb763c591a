package dev.strake.frontend.expand;

import dev.strake.grammar.shell.Environment;
import dev.strake.llb.EnvList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The variables of a state or of the global arguments, for expansion. */
public record EnvVariables(EnvList list) implements Environment {

  @Override
  public @Nullable String get(String name) {
    return list.get(name).orElse(null);
  }

  @Override
  public Collection<String> keys() {
    return list.names();
  }
}

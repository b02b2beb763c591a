package dev.strake.frontend.lower;

import dev.strake.frontend.lint.Place;
import dev.strake.frontend.stage.ArgInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a stage can be given, for an outline. Collects while the stage is lowered; not thread-safe. */
final class StageOutline {

  private final Map<String, ArgInfo> args = new LinkedHashMap<>();
  private final Set<String> usedArgs = new LinkedHashSet<>();
  private final Map<String, Requirement> secrets = new LinkedHashMap<>();
  private final Map<String, Requirement> sshSockets = new LinkedHashMap<>();

  /** Where something is asked for first, and whether nothing goes without it. */
  record Requirement(boolean required, Place place) {}

  void declareArg(ArgInfo arg) {
    args.put(arg.definition().key(), arg);
  }

  void useArg(String name) {
    usedArgs.add(name);
  }

  void useSecret(String id, Requirement requirement) {
    secrets.putIfAbsent(id, requirement);
  }

  void useSsh(String id, Requirement requirement) {
    sshSockets.putIfAbsent(id, requirement);
  }

  Map<String, ArgInfo> args() {
    return args;
  }

  Set<String> usedArgs() {
    return usedArgs;
  }

  Map<String, Requirement> secrets() {
    return secrets;
  }

  Map<String, Requirement> sshSockets() {
    return sshSockets;
  }
}

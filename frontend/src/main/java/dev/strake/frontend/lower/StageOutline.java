package dev.strake.frontend.lower;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.stage.ArgInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a stage can be given, for an outline. Collects while the stage is lowered; not thread-safe. Most stages can be
 * given little, and there may be many: a collection comes into being with its first member.
 */
final class StageOutline {

  private Map<String, ArgInfo> args = Map.of();
  private Set<String> usedArgs = Set.of();
  private Map<String, Requirement> secrets = Map.of();
  private Map<String, Requirement> sshSockets = Map.of();

  /** Where something is asked for first, and whether nothing goes without it. */
  record Requirement(boolean required, Place place) {}

  void declareArg(ArgInfo arg) {
    args = growing(args);
    args.put(arg.definition().key(), arg);
  }

  void useArg(String name) {
    usedArgs = usedArgs.isEmpty() ? new LinkedHashSet<>() : usedArgs;
    usedArgs.add(name);
  }

  void useSecret(String id, Requirement requirement) {
    secrets = growing(secrets);
    secrets.putIfAbsent(id, requirement);
  }

  void useSsh(String id, Requirement requirement) {
    sshSockets = growing(sshSockets);
    sshSockets.putIfAbsent(id, requirement);
  }

  private static <T> Map<String, T> growing(Map<String, T> map) {
    return map.isEmpty() ? new LinkedHashMap<>() : map;
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

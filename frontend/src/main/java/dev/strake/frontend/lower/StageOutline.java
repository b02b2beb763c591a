package dev.strake.frontend.lower;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.stage.ArgInfo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a stage can be given, for an outline; in the order in which it comes up.
 *
 * @param args the arguments that the stage declares, by name
 * @param usedArgs those that it uses
 * @param secrets by id
 * @param sshSockets by id
 */
record StageOutline(
    Map<String, ArgInfo> args,
    Set<String> usedArgs,
    Map<String, Requirement> secrets,
    Map<String, Requirement> sshSockets) {

  /** Where something is asked for first, and whether nothing goes without it. */
  record Requirement(boolean required, Place place) {}

  /**
   * Collects while the stage is lowered; not thread-safe. Most stages can be given little, and there may be many: a
   * collection comes into being with its first member.
   */
  static final class Builder {

    private Map<String, ArgInfo> args = Map.of();
    private Set<String> usedArgs = Set.of();
    private Map<String, Requirement> secrets = Map.of();
    private Map<String, Requirement> sshSockets = Map.of();

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

    /** What has come up; nothing is to be added any more. */
    StageOutline build() {
      return new StageOutline(
          Collections.unmodifiableMap(args),
          Collections.unmodifiableSet(usedArgs),
          Collections.unmodifiableMap(secrets),
          Collections.unmodifiableMap(sshSockets));
    }
  }
}

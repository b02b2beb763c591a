package dev.strake.llb.marshal;

import dev.strake.llb.Capability;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.go.GoStrings;
import dev.strake.llb.pb.Input;
import dev.strake.llb.pb.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that a definition is whole: digests, inputs before use (and so no circle), numbers in range, capabilities
 * declared where they are needed and nowhere else, metadata and places for the ops that are there.
 */
public final class DefinitionVerifier {
  private final Definition definition;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> outputs = new HashMap<>();

  private DefinitionVerifier(Definition definition) {
    this.definition = definition;
  }

  /** A sentence for each thing that is wrong; none for a definition that is whole. */
  public static List<String> verify(Definition definition) {
    DefinitionVerifier verifier = new DefinitionVerifier(definition);
    verifier.verify();
    return verifier.problems;
  }

  private void verify() {
    List<MarshalledOp> ops = definition.ops();
    if (ops.isEmpty()) {
      check(definition.metadata().isEmpty(), "metadata without ops");
      return;
    }
    for (int i = 0; i < ops.size(); i++) {
      verify(ops.get(i), i + 1 == ops.size());
    }
    for (String digest : definition.metadata().keySet()) {
      check(outputs.containsKey(digest), "metadata of " + digest + ", which is no op");
    }
    definition.source().ifPresent(this::verify);
  }

  private void check(boolean condition, String problem) {
    if (!condition) {
      problems.add(problem);
    }
  }

  private void verify(MarshalledOp marshalled, boolean last) {
    String digest = marshalled.digest();
    check(new Sha256().digest(marshalled.bytes()).equals(digest), digest + ": not the digest of its bytes");
    check(!outputs.containsKey(digest), digest + ": twice");
    Op op;
    try {
      op = DefinitionLoader.parse(marshalled);
    } catch (IllegalArgumentException e) {
      outputs.put(digest, 0);
      problems.add(digest + ": not an op");
      return;
    }
    for (Input input : op.getInputsList()) {
      Integer available = outputs.get(input.getDigest());
      check(available != null, digest + ": input " + input.getDigest() + " does not come before it");
      boolean inRange = available == null || input.getIndex() >= 0 && input.getIndex() < available;
      check(inRange, digest + ": " + input.getDigest() + " has no output " + input.getIndex());
    }
    boolean pointer = op.getOpCase() == Op.OpCase.OP_NOT_SET;
    check(pointer == last, digest + (last ? ": the last op does not only point to the result" : ": not an op"));
    check(!pointer || op.getInputsCount() == 1, digest + ": points to " + op.getInputsCount() + " results");
    for (String problem : OpIndices.problems(op)) {
      problems.add(digest + ": " + problem);
    }
    outputs.put(digest, OpIndices.outputs(op));
    verifyCapabilities(digest, op);
  }

  private void verifyCapabilities(String digest, Op op) {
    OpMetadata metadata = definition.metadata().get(digest);
    if (metadata == null) {
      problems.add(digest + ": no metadata");
      return;
    }
    OpCapabilities used = op.getOpCase() == Op.OpCase.OP_NOT_SET ? ofGraph() : OpCapabilities.of(op, metadata);
    Set<String> missing = new TreeSet<>(GoStrings::compare);
    missing.addAll(used.required());
    missing.removeAll(metadata.caps());
    check(missing.isEmpty(), digest + ": undeclared capabilities " + missing);
    Set<String> needless = new TreeSet<>(GoStrings::compare);
    needless.addAll(metadata.caps());
    needless.removeAll(used.required());
    needless.removeAll(used.possible());
    check(needless.isEmpty(), digest + ": needless capabilities " + needless);
  }

  private OpCapabilities ofGraph() {
    Set<String> required = new HashSet<>(Set.of(Capability.CONSTRAINTS.id(), Capability.PLATFORM.id()));
    for (OpMetadata metadata : definition.metadata().values()) {
      if (metadata.ignoreCache()) {
        required.add(Capability.META_IGNORE_CACHE.id());
      }
      if (!metadata.description().isEmpty()) {
        required.add(Capability.META_DESCRIPTION.id());
      }
      if (metadata.exportCache().isPresent()) {
        required.add(Capability.META_EXPORT_CACHE.id());
      }
    }
    return new OpCapabilities(required, Set.of());
  }

  private void verify(Definition.Source source) {
    source
        .locations()
        .forEach(
            (digest, locations) -> {
              check(outputs.containsKey(digest), "places of " + digest + ", which is no op");
              for (Definition.Location location : locations) {
                boolean inRange = location.file() >= 0 && location.file() < source.files().size();
                check(inRange, digest + ": a place in file " + location.file() + ", which is not there");
              }
            });
    for (Definition.SourceFile file : source.files()) {
      file.definition()
          .ifPresent(inner -> verify(inner).forEach(problem -> problems.add(file.filename() + ": " + problem)));
    }
  }
}

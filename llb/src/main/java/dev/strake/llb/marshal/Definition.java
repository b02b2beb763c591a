package dev.strake.llb.marshal;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.Platform;
import dev.strake.llb.SourceRange;
import dev.strake.llb.State;
import dev.strake.llb.pb.Op;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A marshalled graph. Immutable; the byte arrays in it are not to be changed.
 *
 * <p>The last op only points to the result; a definition of no ops stands for the empty tree.
 */
public final class Definition {
  /** The empty tree. */
  public static final Definition EMPTY = new Definition(List.of(), Map.of(), Optional.empty());

  private final List<MarshalledOp> ops;
  private final Map<String, OpMetadata> metadata;
  private final Optional<Source> source;

  Definition(List<MarshalledOp> ops, Map<String, OpMetadata> metadata, Optional<Source> source) {
    this.ops = List.copyOf(ops);
    this.metadata = Collections.unmodifiableMap(metadata);
    this.source = source;
  }

  /** The ops, inputs before use. */
  public List<MarshalledOp> ops() {
    return ops;
  }

  /** What belongs to the ops, by digest. */
  public Map<String, OpMetadata> metadata() {
    return metadata;
  }

  /** The same graph, in which an op that an earlier one has, too, keeps what it needed there. */
  public Definition withCapsOf(Definition earlier) {
    Map<String, OpMetadata> merged = new HashMap<>(metadata);
    merged.replaceAll(
        (digest, own) -> {
          OpMetadata before = earlier.metadata.get(digest);
          return before == null ? own : own.merge(OpMetadata.NONE.withCaps(before.caps()));
        });
    return new Definition(ops, merged, source);
  }

  /** Where the ops come from; empty where nothing was told, as for the empty tree. */
  public Optional<Source> source() {
    return source;
  }

  public boolean isEmpty() {
    return ops.isEmpty();
  }

  /** The digest of the vertex that gives the result; empty for the empty tree. */
  public Optional<String> head() {
    if (ops.isEmpty()) {
      return Optional.empty();
    }
    return DefinitionLoader.parse(ops.getLast()).getInputsList().stream()
        .findFirst()
        .map(dev.strake.llb.pb.Input::getDigest);
  }

  /**
   * The graph as a state, for more to be built upon it; every op keeps its bytes.
   *
   * @throws IllegalArgumentException if the definition is broken
   */
  public State toState() {
    return DefinitionLoader.load(this);
  }

  /** The platforms on which the graph's programs run, in the order of their first one. */
  public Set<Platform> execPlatforms() {
    Set<Platform> platforms = new LinkedHashSet<>();
    for (MarshalledOp op : ops) {
      Op message = DefinitionLoader.parse(op);
      if (message.hasExec()) {
        platforms.add(
            new Platform(
                message.getPlatform().getOS(),
                message.getPlatform().getArchitecture(),
                message.getPlatform().getVariant(),
                message.getPlatform().getOSVersion(),
                message.getPlatform().getOSFeaturesList()));
      }
    }
    return platforms;
  }

  /** The sources that the graph's files come from. */
  public List<SourceOp> sourceOps() {
    List<SourceOp> sources = new ArrayList<>();
    for (MarshalledOp op : ops) {
      Op message = DefinitionLoader.parse(op);
      if (message.hasSource()) {
        sources.add(new SourceOp(message.getSource().getIdentifier(), message.getSource().getAttrsMap()));
      }
    }
    return sources;
  }

  /** The same graph, each of whose steps is to run even where its result is cached. */
  public Definition ignoringCache() {
    Map<String, OpMetadata> changed = new LinkedHashMap<>(metadata);
    ops.forEach(op -> changed.merge(op.digest(), OpMetadata.NONE, (own, none) -> own));
    changed.replaceAll((digest, own) -> own.withIgnoreCache());
    return new Definition(ops, changed, source);
  }

  /** The message on the wire. */
  public dev.strake.llb.pb.Definition toProto() {
    return Protos.toProto(this);
  }

  public static Definition fromProto(dev.strake.llb.pb.Definition message) {
    return Protos.fromProto(message);
  }

  /**
   * Reads the message's bytes.
   *
   * @throws IllegalArgumentException if they are no definition
   */
  public static Definition fromBytes(byte[] bytes) {
    try {
      return fromProto(dev.strake.llb.pb.Definition.parseFrom(bytes));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The message's bytes. */
  public byte[] toBytes() {
    return toProto().toByteArray();
  }

  /**
   * An op that brings files in.
   *
   * @param identifier such as {@code docker-image://docker.io/library/alpine:latest}
   */
  public record SourceOp(String identifier, Map<String, String> attributes) {}

  /**
   * Where ops come from.
   *
   * @param files the files
   * @param locations for each op's digest its places; a digest without any is there, too
   */
  public record Source(List<SourceFile> files, Map<String, List<Location>> locations) {}

  /** A file that ops come from; {@code definition} is the graph that gives it, if it is known. */
  public record SourceFile(String filename, String language, byte[] data, Optional<Definition> definition) {}

  /** A place; {@code file} is an index into the files. */
  public record Location(int file, List<SourceRange> ranges) {}
}

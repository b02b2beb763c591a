package dev.strake.bridge.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a build's sources may be, and what stands in for them. Immutable.
 *
 * <pre>{@code
 * SourcePolicy policy = SourcePolicyJson.read(Files.readAllBytes(Path.of("policy.json")));
 * }</pre>
 *
 * @param version of the format; 1 now
 * @param rules in the order in which they are tried
 */
public record SourcePolicy(long version, List<Rule> rules) {

  public SourcePolicy {
    rules = List.copyOf(rules);
  }

  /**
   * A rule.
   *
   * @param selector the sources that it is about; absent for none
   * @param update what to make of a source that is converted
   */
  public record Rule(Action action, Optional<Selector> selector, Optional<Update> update) {}

  /** What becomes of a source. */
  public enum Action {
    ALLOW,
    DENY,
    CONVERT
  }

  /**
   * Which sources a rule is about.
   *
   * @param identifier such as {@code docker-image://docker.io/library/alpine:*}
   */
  public record Selector(String identifier, Match match, List<Constraint> constraints) {
    public Selector {
      constraints = List.copyOf(constraints);
    }
  }

  /** How a selector's identifier is to be read. */
  public enum Match {
    WILDCARD,
    EXACT,
    REGEX
  }

  /** What an attribute of the source has to be. */
  public record Constraint(String key, String value, Condition condition) {}

  /** How an attribute's value is compared. */
  public enum Condition {
    EQUAL,
    NOTEQUAL,
    MATCHES
  }

  /** The source that stands in for another. */
  public record Update(String identifier, Map<String, String> attributes) {
    public Update {
      attributes = Map.copyOf(attributes);
    }
  }
}

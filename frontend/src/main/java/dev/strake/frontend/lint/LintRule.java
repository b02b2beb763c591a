package dev.strake.frontend.lint;

import java.util.Optional;

/**
 * A rule of the linter: one class for each, which knows when it is broken and what to say then. {@link LintRules} holds
 * them all.
 */
public abstract class LintRule {

  private static final String PAGES = "https://docs.docker.com/go/dockerfile/rule/";

  private final String name;
  private final String description;
  private final Optional<String> url;

  LintRule(String name, String description, String page) {
    this(name, description, Optional.of(PAGES + page + "/"));
  }

  LintRule(String name, String description, Optional<String> url) {
    this.name = name;
    this.description = description;
    this.url = url;
  }

  /** The stable name, such as {@code StageNameCasing}. */
  public final String name() {
    return name;
  }

  /** One sentence on what the rule asks for. */
  public final String description() {
    return description;
  }

  /** The page that explains the rule; absent where there is none. */
  public final Optional<String> url() {
    return url;
  }

  /** Whether the rule only runs where it is asked for. */
  public boolean experimental() {
    return false;
  }
}

package dev.strake.frontend.lint;

import java.util.List;
import java.util.Optional;

/** All rules. */
public final class LintRules {

  public static final StageNameCasing STAGE_NAME_CASING = new StageNameCasing();
  public static final FromAsCasing FROM_AS_CASING = new FromAsCasing();
  public static final NoEmptyContinuation NO_EMPTY_CONTINUATION = new NoEmptyContinuation();
  public static final ConsistentInstructionCasing CONSISTENT_INSTRUCTION_CASING = new ConsistentInstructionCasing();
  public static final DuplicateStageName DUPLICATE_STAGE_NAME = new DuplicateStageName();
  public static final ReservedStageName RESERVED_STAGE_NAME = new ReservedStageName();
  public static final JsonArgsRecommended JSON_ARGS_RECOMMENDED = new JsonArgsRecommended();
  public static final MaintainerDeprecated MAINTAINER_DEPRECATED = new MaintainerDeprecated();
  public static final UndefinedArgInFrom UNDEFINED_ARG_IN_FROM = new UndefinedArgInFrom();
  public static final WorkdirRelativePath WORKDIR_RELATIVE_PATH = new WorkdirRelativePath();
  public static final UndefinedVar UNDEFINED_VAR = new UndefinedVar();
  public static final MultipleInstructionsDisallowed MULTIPLE_INSTRUCTIONS_DISALLOWED =
      new MultipleInstructionsDisallowed();
  public static final LegacyKeyValueFormat LEGACY_KEY_VALUE_FORMAT = new LegacyKeyValueFormat();
  public static final InvalidBaseImagePlatform INVALID_BASE_IMAGE_PLATFORM = new InvalidBaseImagePlatform();
  public static final RedundantTargetPlatform REDUNDANT_TARGET_PLATFORM = new RedundantTargetPlatform();
  public static final SecretsUsedInArgOrEnv SECRETS_USED_IN_ARG_OR_ENV = new SecretsUsedInArgOrEnv();
  public static final InvalidDefaultArgInFrom INVALID_DEFAULT_ARG_IN_FROM = new InvalidDefaultArgInFrom();
  public static final FromPlatformFlagConstDisallowed FROM_PLATFORM_FLAG_CONST_DISALLOWED =
      new FromPlatformFlagConstDisallowed();
  public static final CopyIgnoredFile COPY_IGNORED_FILE = new CopyIgnoredFile();
  public static final InvalidDefinitionDescription INVALID_DEFINITION_DESCRIPTION = new InvalidDefinitionDescription();
  public static final ExposeProtoCasing EXPOSE_PROTO_CASING = new ExposeProtoCasing();
  public static final ExposeInvalidFormat EXPOSE_INVALID_FORMAT = new ExposeInvalidFormat();

  private static final List<LintRule> ALL =
      List.of(
          STAGE_NAME_CASING,
          FROM_AS_CASING,
          NO_EMPTY_CONTINUATION,
          CONSISTENT_INSTRUCTION_CASING,
          DUPLICATE_STAGE_NAME,
          RESERVED_STAGE_NAME,
          JSON_ARGS_RECOMMENDED,
          MAINTAINER_DEPRECATED,
          UNDEFINED_ARG_IN_FROM,
          WORKDIR_RELATIVE_PATH,
          UNDEFINED_VAR,
          MULTIPLE_INSTRUCTIONS_DISALLOWED,
          LEGACY_KEY_VALUE_FORMAT,
          INVALID_BASE_IMAGE_PLATFORM,
          REDUNDANT_TARGET_PLATFORM,
          SECRETS_USED_IN_ARG_OR_ENV,
          INVALID_DEFAULT_ARG_IN_FROM,
          FROM_PLATFORM_FLAG_CONST_DISALLOWED,
          COPY_IGNORED_FILE,
          INVALID_DEFINITION_DESCRIPTION,
          EXPOSE_PROTO_CASING,
          EXPOSE_INVALID_FORMAT);

  private LintRules() {}

  /** The rule of this name; absent where there is none. */
  public static Optional<LintRule> find(String name) {
    return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** All rules, in the order of the reference's list. */
  public static List<LintRule> all() {
    return ALL;
  }
}

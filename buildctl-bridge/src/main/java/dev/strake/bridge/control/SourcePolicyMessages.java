package dev.strake.bridge.control;

import dev.strake.bridge.proto.sourcepolicy.AttrConstraint;
import dev.strake.bridge.proto.sourcepolicy.AttrMatch;
import dev.strake.bridge.proto.sourcepolicy.MatchType;
import dev.strake.bridge.proto.sourcepolicy.Policy;
import dev.strake.bridge.proto.sourcepolicy.PolicyAction;

/** From a source policy to the message on the wire. */
final class SourcePolicyMessages {

  private SourcePolicyMessages() {}

  static Policy of(SourcePolicy policy) {
    return Policy.newBuilder()
        .setVersion(policy.version())
        .addAllRules(policy.rules().stream().map(SourcePolicyMessages::rule).toList())
        .build();
  }

  private static dev.strake.bridge.proto.sourcepolicy.Rule rule(SourcePolicy.Rule rule) {
    var message = dev.strake.bridge.proto.sourcepolicy.Rule.newBuilder().setAction(action(rule.action()));
    rule.selector().ifPresent(selector -> message.setSelector(selector(selector)));
    rule.update().ifPresent(update -> message.setUpdates(update(update)));
    return message.build();
  }

  private static PolicyAction action(SourcePolicy.Action action) {
    return switch (action) {
      case ALLOW -> PolicyAction.ALLOW;
      case DENY -> PolicyAction.DENY;
      case CONVERT -> PolicyAction.CONVERT;
    };
  }

  private static dev.strake.bridge.proto.sourcepolicy.Selector selector(SourcePolicy.Selector selector) {
    MatchType match =
        switch (selector.match()) {
          case WILDCARD -> MatchType.WILDCARD;
          case EXACT -> MatchType.EXACT;
          case REGEX -> MatchType.REGEX;
        };
    return dev.strake.bridge.proto.sourcepolicy.Selector.newBuilder()
        .setIdentifier(selector.identifier())
        .setMatchType(match)
        .addAllConstraints(selector.constraints().stream().map(SourcePolicyMessages::constraint).toList())
        .build();
  }

  private static AttrConstraint constraint(SourcePolicy.Constraint constraint) {
    AttrMatch condition =
        switch (constraint.condition()) {
          case EQUAL -> AttrMatch.EQUAL;
          case NOTEQUAL -> AttrMatch.NOTEQUAL;
          case MATCHES -> AttrMatch.MATCHES;
        };
    return AttrConstraint.newBuilder()
        .setKey(constraint.key())
        .setValue(constraint.value())
        .setCondition(condition)
        .build();
  }

  private static dev.strake.bridge.proto.sourcepolicy.Update update(SourcePolicy.Update update) {
    return dev.strake.bridge.proto.sourcepolicy.Update.newBuilder()
        .setIdentifier(update.identifier())
        .putAllAttrs(update.attributes())
        .build();
  }
}

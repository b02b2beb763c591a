package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.Problem;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.llb.go.GoQuote;
import java.util.List;

/** What can be wrong with a command once its variables are expanded: one method for each. */
public final class LoweringDiagnostics {

  private LoweringDiagnostics() {}

  static Problem invalidPath(String context, String why) {
    return problem("invalid-path", context + ": " + why, "only paths on drive C: can be used");
  }

  static Problem invalidChmod(String mode) {
    return problem(
        "invalid-chmod",
        "invalid chmod parameter: '" + mode + "'. it should be octal string and between 0 and 07777",
        "write a mode such as 0755, or u=rwX,go=rX");
  }

  static Problem invalidSymbolicMode() {
    return problem("invalid-chmod", "invalid syntax", "write a mode such as 0755, or u=rwX,go=rX");
  }

  static Problem checksumForCopy() {
    return problem("checksum-not-allowed", "checksum can't be specified for COPY", "use ADD for what is downloaded");
  }

  static Problem checksumForSeveralSources() {
    return problem(
        "checksum-not-allowed",
        "checksum can't be specified for multiple sources",
        "write an ADD of its own for each source");
  }

  static Problem checksumForFiles() {
    return problem(
        "checksum-not-allowed",
        "checksum requires HTTP(S) or Git sources",
        "files of the build context need no checksum");
  }

  static Problem invalidChecksum(String why) {
    return problem("invalid-checksum", why, "write sha256: and 64 hexadecimal digits");
  }

  static Problem checksumMismatch(String flag, String query) {
    return problem(
        "conflicting-checksums",
        "checksum mismatch " + GoQuote.quote(flag) + " != " + GoQuote.quote(query),
        "leave --checksum or the URL's checksum out");
  }

  static Problem invalidGitSource(String why) {
    return Problem.of("invalid-git-source", why);
  }

  static Problem gitSourceForCopy() {
    return problem("remote-source-in-copy", "source can't be a git ref for COPY", "use ADD");
  }

  static Problem urlSourceForCopy() {
    return problem("remote-source-in-copy", "source can't be a URL for COPY", "use ADD");
  }

  static Problem inconsistentKeepGitDir() {
    return problem(
        "conflicting-keep-git-dir",
        "inconsistent keep-git-dir configuration",
        "leave --keep-git-dir or the URL's keep-git-dir out");
  }

  static Problem copyFromLaterStage(String from, String stage) {
    return problem(
        "stage-not-defined-yet",
        "cannot copy from stage "
            + GoQuote.quote(from)
            + ", it needs to be defined before current stage "
            + GoQuote.quote(stage),
        "move the stage in front of this one");
  }

  static Problem mountFromLaterStage(String from, String target) {
    return problem(
        "stage-not-defined-yet",
        "cannot mount from stage "
            + GoQuote.quote(from)
            + " to "
            + GoQuote.quote(target)
            + ", stage needs to be defined before current command",
        "move the stage in front of this one");
  }

  static Problem invalidMountTarget(String target) {
    return problem(
        "invalid-mount-target",
        "invalid mount target " + GoQuote.quote(target),
        "the root of the file system cannot be mounted over");
  }

  static Problem secretWithoutName() {
    return problem("mount-option-missing", "one of source, target required", "write --mount=type=secret,id=NAME");
  }

  static Problem sshWithSource() {
    return problem("mount-option-not-allowed", "ssh does not support source", "choose the agent's socket with id");
  }

  static Problem devicesNotSupported() {
    return problem(
        "feature-not-released",
        "device feature is only supported in Dockerfile frontend 1.14.0-labs or later",
        "leave --device out");
  }

  static Problem invalidRunCommand(List<String> words) {
    return Problem.of(
        "invalid-run", "parsing produced an invalid run command: [" + String.join(" ", words) + "]");
  }

  static Problem invalidSignal(String signal) {
    return problem(
        "invalid-signal", "invalid signal: " + signal, "write a number or a name such as SIGTERM or RTMIN+3");
  }

  static Problem invalidPort(String why) {
    return problem("invalid-port", why, "write a port such as 80, 80/udp or 8000-8010");
  }

  /** What all expansions and joined paths come to is over the limit; {@code why} names it. */
  static Problem tooMuchText(String why) {
    return problem("too-much-text", why, "keep long values in files, and change WORKDIR by absolute paths");
  }

  /** The same, where it is no command's but all stages' variables together. */
  static Diagnostic tooManyVariables(String why) {
    return Diagnostic.error("too-much-text", why).withHelp("set variables in fewer stages");
  }

  /** The ignore file of the context, or the context itself, cannot be used. */
  static Diagnostic context(String why) {
    return Diagnostic.error("invalid-context", why);
  }

  private static Problem problem(String code, String message, String help) {
    return Problem.of(code, message).withHelp(help);
  }
}

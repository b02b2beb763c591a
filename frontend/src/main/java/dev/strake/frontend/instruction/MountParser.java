package dev.strake.frontend.instruction;

import dev.strake.frontend.expand.Expander;
import dev.strake.grammar.shell.Expansion;
import dev.strake.llb.CacheSharing;
import dev.strake.llb.go.GoBool;
import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoStrings;
import dev.strake.llb.go.GoUnits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one mount's options, field by field; what a field means may depend on those in front of it. Used once. */
final class MountParser {

  private static final List<String> TYPES = Choices.words(MountType.class);
  private static final List<String> SHARINGS = Choices.words(CacheSharing.class);
  private static final List<String> KEYS =
      List.of(
          "type", "from", "source", "target", "readonly", "id", "sharing", "required", "size", "mode", "uid", "gid",
          "src", "dst", "destination", "ro", "rw", "readwrite", "env");

  private final MountFlag flag;
  private final Expander expander;
  private MountType type = MountType.BIND;
  private String from = "";
  private String source = "";
  private String target = "";
  private @Nullable Boolean readOnly;
  private long sizeLimit;
  private String id = "";
  private @Nullable CacheSharing sharing;
  private boolean required;
  private @Nullable String env;
  private OptionalLong mode = OptionalLong.empty();
  private OptionalLong uid = OptionalLong.empty();
  private OptionalLong gid = OptionalLong.empty();

  MountParser(MountFlag flag, Expander expander) {
    this.flag = flag;
    this.expander = expander;
  }

  Outcome<RunMount> parse() {
    for (String field : flag.fields()) {
      Optional<Problem> problem = read(field);
      if (problem.isPresent()) {
        return Outcome.failure(problem.get());
      }
    }
    return check().<Outcome<RunMount>>map(Outcome::failure).orElseGet(() -> Outcome.success(mount()));
  }

  private RunMount mount() {
    boolean byDefault = type != MountType.CACHE && type != MountType.TMPFS;
    return new RunMount(
        type,
        from,
        source,
        target,
        readOnly == null ? byDefault : readOnly,
        sizeLimit,
        id,
        Optional.ofNullable(sharing),
        required,
        Optional.ofNullable(env),
        mode,
        uid,
        gid);
  }

  private Optional<Problem> read(String field) {
    int equals = field.indexOf('=');
    if (equals < 0) {
      return readWord(field);
    }
    String key = GoStrings.toLower(field.substring(0, equals));
    Expansion value = expander.expand(field.substring(equals + 1));
    return value.error().isPresent()
        ? Optional.of(InstructionDiagnostics.expansionFailed(value.error().get()).at(flag.span()))
        : readValue(key, value.text(), field);
  }

  private Optional<Problem> readWord(String field) {
    String key = GoStrings.toLower(field);
    switch (key) {
      case "readonly", "ro" -> readOnly = true;
      case "readwrite", "rw" -> readOnly = false;
      case "required" -> {
        return readBool(key, "true", this::setRequired, MountType.SECRET, MountType.SSH);
      }
      default -> {
        return Optional.of(FlagDiagnostics.fieldWithoutValue(field, flag.span()));
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> readValue(String key, String value, String field) {
    switch (key) {
      case "type" -> {
        return readType(value);
      }
      case "sharing" -> {
        return readSharing(value);
      }
      case "readonly", "ro" -> {
        return readBool(key, value, flagValue -> readOnly = flagValue, MountType.values());
      }
      case "readwrite", "rw" -> {
        return readBool(key, value, flagValue -> readOnly = !flagValue, MountType.values());
      }
      case "required" -> {
        return readBool(key, value, this::setRequired, MountType.SECRET, MountType.SSH);
      }
      case "size" -> {
        return readSize(value);
      }
      case "mode", "uid", "gid" -> {
        return readNumber(key, value);
      }
      case "from" -> from = value;
      case "source", "src" -> source = value;
      case "target", "dst", "destination" -> target = value;
      case "id" -> id = value;
      case "env" -> env = value;
      default -> {
        return Optional.of(FlagDiagnostics.unexpectedOption(key, field, KEYS, flag.span()));
      }
    }
    return Optional.empty();
  }

  private void setRequired(boolean value) {
    required = value;
  }

  private Optional<Problem> readType(String value) {
    Optional<MountType> found = Choices.find(MountType.class, GoStrings.toLower(value));
    found.ifPresent(mountType -> type = mountType);
    return found.isPresent()
        ? Optional.empty()
        : Optional.of(MountDiagnostics.unsupportedType(value, TYPES, flag.span()));
  }

  private Optional<Problem> readSharing(String value) {
    Optional<CacheSharing> found = Choices.find(CacheSharing.class, GoStrings.toLower(value));
    found.ifPresent(mode -> sharing = mode);
    return found.isPresent()
        ? Optional.empty()
        : Optional.of(MountDiagnostics.unsupportedSharing(value, SHARINGS, flag.span()));
  }

  private Optional<Problem> readBool(String key, String value, Consumer<Boolean> target, MountType... types) {
    if (!List.of(types).contains(type)) {
      return Optional.of(MountDiagnostics.optionOfOtherType(key, type, flag.span()));
    }
    Optional<Boolean> parsed = GoBool.parse(value).value();
    parsed.ifPresent(target);
    return parsed.isPresent()
        ? Optional.empty()
        : Optional.of(FlagDiagnostics.optionValue(key, value, "true or false", flag.span()));
  }

  private Optional<Problem> readSize(String value) {
    if (type != MountType.TMPFS) {
      return Optional.of(MountDiagnostics.optionOfOtherType("size", type, flag.span()));
    }
    Optional<Long> parsed = GoUnits.ramInBytes(value).value();
    parsed.ifPresent(bytes -> sizeLimit = bytes);
    return parsed.isPresent()
        ? Optional.empty()
        : Optional.of(FlagDiagnostics.optionValue("size", value, "a size such as 64m", flag.span()));
  }

  private Optional<Problem> readNumber(String key, String value) {
    Optional<Long> parsed = GoInt.parseUint(value, key.equals("mode") ? 8 : 10, Integer.SIZE).value();
    if (parsed.isEmpty()) {
      return Optional.of(MountDiagnostics.invalidNumber(key, value, flag.span()));
    }
    OptionalLong number = OptionalLong.of(parsed.get());
    switch (key) {
      case "mode" -> mode = number;
      case "uid" -> uid = number;
      default -> gid = number;
    }
    return Optional.empty();
  }

  /** What may not be said together. */
  private Optional<Problem> check() {
    Optional<Problem> problem = checkOwnership();
    if (problem.isEmpty() && type == MountType.SECRET) {
      problem = checkSecret();
    }
    if (problem.isEmpty() && sharing != null && type != MountType.CACHE) {
      problem = Optional.of(MountDiagnostics.sharingOfOtherType(type, flag.span()));
    }
    return problem;
  }

  private Optional<Problem> checkOwnership() {
    if (type != MountType.BIND && type != MountType.TMPFS) {
      return Optional.empty();
    }
    if (mode.isPresent()) {
      return Optional.of(MountDiagnostics.ownershipOfOtherType("mode", type, flag.span()));
    }
    if (uid.isPresent()) {
      return Optional.of(MountDiagnostics.ownershipOfOtherType("uid", type, flag.span()));
    }
    return gid.isPresent()
        ? Optional.of(MountDiagnostics.ownershipOfOtherType("gid", type, flag.span()))
        : Optional.empty();
  }

  private Optional<Problem> checkSecret() {
    if (!from.isEmpty()) {
      return Optional.of(MountDiagnostics.secretWithFrom(flag.span()));
    }
    if (sharing != null) {
      return Optional.of(MountDiagnostics.secretWithSharing(flag.span()));
    }
    if (source.isEmpty() && target.isEmpty() && id.isEmpty()) {
      return Optional.of(MountDiagnostics.secretWithoutSource(flag.span()));
    }
    return !source.isEmpty() && !id.isEmpty()
        ? Optional.of(MountDiagnostics.secretSourceAndId(flag.span()))
        : Optional.empty();
  }
}

package dev.strake.llb;

import static dev.strake.llb.go.GoQuote.quote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Platforms as text, such as {@code linux/arm64} or {@code windows(10.0.17763)/amd64}, read, written and made canonical
 * as containerd does it.
 */
public final class Platforms {

  private static final String OS_PATTERN = "^([A-Za-z0-9_-]+)(?:\\(([A-Za-z0-9_.%-]*)((?:\\+[A-Za-z0-9_.%-]+)*)\\))?$";
  private static final String COMPONENT_PATTERN = "^[A-Za-z0-9_.-]+$";

  private static final Set<String> KNOWN_SYSTEMS =
      Set.of(
          "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd",
          "openbsd", "plan9", "solaris", "windows", "zos");

  private static final Set<String> KNOWN_ARCHITECTURES =
      Set.of(
          "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "ppc64", "ppc64le", "loong64", "mips",
          "mipsle", "mips64", "mips64le", "mips64p32", "mips64p32le", "ppc", "riscv", "riscv64", "s390", "s390x",
          "sparc", "sparc64", "wasm");

  private Platforms() {}

  /** Linux on this machine's processor, whatever system runs here: what a daemon that names no platform builds on. */
  public static Platform local() {
    String architecture = normalizeArchitecture(System.getProperty("os.arch"));
    return Platform.of("linux", architecture);
  }

  /**
   * Reads a platform. What the text leaves out is taken from {@code host}.
   *
   * @param host the platform of the daemon
   * @throws IllegalArgumentException when the text is malformed; the message is containerd's
   */
  public static Platform parse(String specifier, Platform host) {
    if (specifier.indexOf('*') >= 0) {
      throw invalid(quote(specifier) + ": wildcards not yet supported");
    }
    String[] parts = specifier.split("/", 4);
    Platform system = parseSystem(parts[0], specifier);
    for (int i = 1; i < parts.length; i++) {
      if (!isWord(parts[i], "_.-")) {
        throw invalid(
            quote(parts[i]) + " is an invalid component of " + quote(specifier)
                + ": platform specifier component must match " + quote(COMPONENT_PATTERN));
      }
    }
    return switch (parts.length) {
      case 1 -> parseSingle(specifier, system, host);
      case 2 -> withoutDefaultArmVariant(system, normalized(parts[1], ""));
      case 3 -> {
        Machine machine = normalized(parts[1], parts[2]);
        boolean plainArm64 = machine.architecture.equals("arm64") && machine.variant.isEmpty();
        yield on(system, machine.architecture, plainArm64 ? "v8" : machine.variant);
      }
      default -> throw invalid(quote(specifier) + ": cannot parse platform specifier");
    };
  }

  /** The canonical form: lower case, one name for each architecture, default variants left out. */
  public static Platform normalize(Platform platform) {
    Machine machine = normalized(platform.architecture(), platform.variant());
    List<String> features = platform.osFeatures();
    return new Platform(
        normalizeSystem(platform.os()),
        machine.architecture,
        machine.variant,
        platform.osVersion(),
        features.isEmpty() ? features : List.copyOf(new TreeSet<>(features)));
  }

  /** The text with system, architecture and variant only. */
  public static String format(Platform platform) {
    if (platform.os().isEmpty()) {
      return "unknown";
    }
    return join(platform.os(), platform.architecture(), platform.variant());
  }

  /** The whole text, with the system's version and features. */
  public static String formatAll(Platform platform) {
    if (platform.os().isEmpty()) {
      return "unknown";
    }
    StringBuilder system = new StringBuilder(platform.os());
    String version = encode(platform.osVersion());
    StringBuilder features = new StringBuilder();
    for (String feature : new TreeSet<>(platform.osFeatures())) {
      if (!feature.isEmpty()) {
        features.append('+').append(encode(feature));
      }
    }
    if (!version.isEmpty() || !features.isEmpty()) {
      system.append('(').append(version).append(features).append(')');
    }
    return join(system.toString(), platform.architecture(), platform.variant());
  }

  private record Machine(String architecture, String variant) {}

  private static Platform parseSystem(String part, String specifier) {
    int open = part.indexOf('(');
    String name = open < 0 ? part : part.substring(0, open);
    boolean closed = open < 0 || (part.endsWith(")") && part.indexOf('(', open + 1) < 0);
    String options = open < 0 || !closed ? "" : part.substring(open + 1, part.length() - 1);
    if (!closed || !isWord(name, "_-") || !areOptions(options)) {
      throw invalid(
          quote(part) + " is an invalid OS component of " + quote(specifier)
              + ": OSAndVersion specifier component must match " + quote(OS_PATTERN));
    }
    int plus = options.indexOf('+');
    String version = plus < 0 ? options : options.substring(0, plus);
    List<String> features = new ArrayList<>();
    if (plus >= 0) {
      for (String feature : options.substring(plus + 1).split("\\+")) {
        features.add(decode(feature, quote(specifier) + " has invalid OS features: invalid os feature "));
      }
    }
    String decoded = decode(version, quote(specifier) + " has an invalid OS version ");
    return new Platform(normalizeSystem(name), "", "", decoded, features);
  }

  private static boolean areOptions(String options) {
    String[] parts = options.split("\\+", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean mayBeEmpty = i == 0;
      if (!(mayBeEmpty && parts[i].isEmpty()) && !isWord(parts[i], "_.%-")) {
        return false;
      }
    }
    return true;
  }

  private static Platform parseSingle(String specifier, Platform system, Platform host) {
    if (KNOWN_SYSTEMS.contains(system.os())) {
      boolean otherArm = host.architecture().equals("arm") && !host.variant().equals("v7");
      return on(system, host.architecture(), otherArm ? host.variant() : "");
    }
    Machine machine = normalized(specifier, "");
    if (!KNOWN_ARCHITECTURES.contains(machine.architecture)) {
      throw invalid(quote(specifier) + ": unknown operating system or architecture");
    }
    Platform hosts = Platform.of(host.os(), "");
    return withoutDefaultArmVariant(hosts, machine);
  }

  private static Platform withoutDefaultArmVariant(Platform system, Machine machine) {
    boolean plainArm = machine.architecture.equals("arm") && machine.variant.equals("v7");
    return on(system, machine.architecture, plainArm ? "" : machine.variant);
  }

  private static Platform on(Platform system, String architecture, String variant) {
    return new Platform(system.os(), architecture, variant, system.osVersion(), system.osFeatures());
  }

  private static String normalizeSystem(String os) {
    String lower = os.toLowerCase(Locale.ROOT);
    return lower.isEmpty() ? "linux" : lower.equals("macos") ? "darwin" : lower;
  }

  private static String normalizeArchitecture(String architecture) {
    return normalized(architecture, "").architecture;
  }

  private static Machine normalized(String architecture, String variant) {
    String lowerArchitecture = architecture.toLowerCase(Locale.ROOT);
    String lower = variant.toLowerCase(Locale.ROOT);
    return switch (lowerArchitecture) {
      case "i386" -> new Machine("386", "");
      case "x86_64", "x86-64", "amd64" -> new Machine("amd64", lower.equals("v1") ? "" : lower);
      case "aarch64", "arm64" -> new Machine("arm64", arm64Variant(lower));
      case "armhf" -> new Machine("arm", "v7");
      case "armel" -> new Machine("arm", "v6");
      case "arm" -> new Machine("arm", armVariant(lower));
      default -> new Machine(lowerArchitecture, lower);
    };
  }

  private static String arm64Variant(String variant) {
    return switch (variant) {
      case "8", "v8", "v8.0" -> "";
      case "9", "9.0", "v9.0" -> "v9";
      default -> variant;
    };
  }

  private static String armVariant(String variant) {
    return switch (variant) {
      case "", "7" -> "v7";
      case "5", "6", "8" -> "v" + variant;
      default -> variant;
    };
  }

  private static boolean isWord(String text, String others) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && others.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static String join(String... parts) {
    StringBuilder joined = new StringBuilder();
    for (String part : parts) {
      if (!part.isEmpty()) {
        joined.append(joined.isEmpty() ? "" : "/").append(part);
      }
    }
    return joined.toString();
  }

  private static String encode(String option) {
    return option
        .replace("%", "%25")
        .replace("+", "%2B")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("/", "%2F");
  }

  private static String decode(String option, String context) {
    if (option.indexOf('%') < 0) {
      return option;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < option.length(); i++) {
      char c = option.charAt(i);
      if (c != '%') {
        bytes.write(c);
        continue;
      }
      int end = Math.min(i + 3, option.length());
      int high = i + 1 < end ? Character.digit(option.charAt(i + 1), 16) : -1;
      int low = i + 2 < end ? Character.digit(option.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException(
            context + quote(option) + ": invalid URL escape " + quote(option.substring(i, end)));
      }
      bytes.write(high * 16 + low);
      i += 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException invalid(String message) {
    return new IllegalArgumentException(message + ": invalid argument");
  }
}

package dev.strake.bridge.progress;

import dev.strake.bridge.host.Host;
import dev.strake.llb.go.GoInt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The colours of the live display, which {@code BUILDKIT_COLORS} may change and {@code NO_COLOR} turns off. */
final class DisplayColors {

  private static final List<String> NAMES =
      List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");
  private static final String RESET = "\033[0m";
  private static final int FIRST = 30;
  private static final int FIRST_LIGHT = 90;
  private static final int DEFAULT = 39;
  private static final int MAX_SHADE = 255;

  private final Map<Role, String> codes;

  private DisplayColors(Map<Role, String> codes) {
    this.codes = codes;
  }

  /** What is shown in a colour. */
  enum Role {
    RUN("34"),
    CANCEL("33"),
    WARNING("33"),
    ERROR("31"),
    OUTPUT("2");

    private final String usual;

    Role(String usual) {
      this.usual = usual;
    }
  }

  /** No colours at all. */
  static DisplayColors none() {
    return new DisplayColors(Map.of());
  }

  static DisplayColors of(Host host) {
    if (host.variable("NO_COLOR").isPresent()) {
      return none();
    }
    Map<Role, String> codes = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      codes.put(role, role.usual);
    }
    for (String setting : host.variable("BUILDKIT_COLORS").orElse("").split(":")) {
      String[] pair = setting.split("=", 2);
      if (pair.length == 2) {
        code(pair[1]).ifPresent(code -> role(pair[0]).ifPresent(role -> codes.put(role, code)));
      }
    }
    return new DisplayColors(codes);
  }

  private static Optional<Role> role(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "run" -> Optional.of(Role.RUN);
      case "cancel" -> Optional.of(Role.CANCEL);
      case "warning" -> Optional.of(Role.WARNING);
      case "error" -> Optional.of(Role.ERROR);
      default -> Optional.empty();
    };
  }

  /** A colour by name, or as three shades such as {@code 255,165,0}. */
  private static Optional<String> code(String color) {
    String name = color.toLowerCase(Locale.ROOT);
    if (name.equals("default")) {
      return Optional.of(Integer.toString(DEFAULT));
    }
    boolean light = name.startsWith("light-");
    int index = NAMES.indexOf(light ? name.substring("light-".length()) : name);
    if (index >= 0) {
      return Optional.of(Integer.toString((light ? FIRST_LIGHT : FIRST) + index));
    }
    List<Long> shades =
        List.of(name.split(",")).stream().flatMap(shade -> GoInt.atoi(shade).value().stream()).toList();
    boolean valid = shades.size() == 3 && shades.stream().allMatch(shade -> shade >= 0 && shade <= MAX_SHADE);
    return valid
        ? Optional.of("38;2;%d;%d;%d".formatted(shades.get(0), shades.get(1), shades.get(2)))
        : Optional.empty();
  }

  String paint(Role role, String text) {
    String code = codes.get(role);
    return code == null ? text : "\033[" + code + "m" + text + RESET;
  }
}

package dev.strake.bridge.buildctl.command;

import dev.strake.llb.go.GoBool;
import dev.strake.llb.go.GoDuration;
import dev.strake.llb.go.GoFloat;
import dev.strake.llb.go.GoInt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flags that were given to a command and to those above it. Values have been checked when they were taken in. */
public final class FlagValues {

  private final List<Flag> flags;
  private final Optional<FlagValues> above;
  /** By the flag's first name: a record's own hash code would be made at run time, anew in each process. */
  private final Map<String, List<String>> given = new HashMap<>();

  FlagValues(List<Flag> flags, Optional<FlagValues> above) {
    this.flags = flags;
    this.above = above;
  }

  /** The flag of this name that this command takes, be it its own or one from above. */
  Optional<Flag> find(String name) {
    Optional<Flag> own = own(name);
    return own.isPresent() ? own : above.flatMap(values -> values.find(name)).filter(Flag::persistent);
  }

  private Optional<Flag> own(String name) {
    return flags.stream().filter(flag -> flag.names().contains(name)).findFirst();
  }

  void add(Flag flag, String value) {
    if (above.isPresent() && own(flag.name()).isEmpty()) {
      above.get().add(flag, value);
    } else {
      given.computeIfAbsent(flag.name(), key -> new ArrayList<>()).add(value);
    }
  }

  /** The texts of a flag that can be given several times. */
  public List<String> texts(String name) {
    Optional<Flag> own = own(name);
    if (own.isPresent()) {
      return List.copyOf(given.getOrDefault(own.get().name(), List.of()));
    }
    return above.map(values -> values.texts(name)).orElseThrow(() -> new IllegalArgumentException(name));
  }

  /** The text that was given last, or the default. */
  public String text(String name) {
    List<String> texts = texts(name);
    return texts.isEmpty() ? find(name).map(Flag::value).orElse("") : texts.getLast();
  }

  /** Whether a switch is on. */
  public boolean on(String name) {
    return GoBool.parse(text(name)).value().orElse(false);
  }

  public long integer(String name) {
    return GoInt.parseInt(text(name), 0, Long.SIZE).value().orElse(0L);
  }

  public double decimal(String name) {
    return GoFloat.parse(text(name)).value().orElse(0.0);
  }

  public Duration duration(String name) {
    return Duration.ofNanos(GoDuration.parse(text(name)).value().orElse(0L));
  }
}

package dev.strake.frontend.lower;

import dev.strake.frontend.lower.image.HistoryEntry;
import dev.strake.llb.go.GoTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes an image's history. */
final class History {

  private final String created;

  /** @param epoch the time of all entries; absent for none */
  History(Optional<OffsetDateTime> epoch) {
    this.created = epoch.map(GoTime::rfc3339).orElse("");
  }

  /** Adds a command that leaves the files alone; the text is asked for late. */
  StageState add(StageState state, Supplier<String> text) {
    return add(state, text, false);
  }

  /** Adds a command; the text is asked for late. */
  StageState add(StageState state, Supplier<String> text, boolean withLayer) {
    return state.withHistory(HistoryEntry.of(created, text, !withLayer));
  }

  /** Adds a command that changed files as a step of its own; the text is asked for late. */
  StageState addStep(StageState state, Supplier<String> text) {
    return state.withHistory(HistoryEntry.of(created, () -> text.get() + " # buildkit", false));
  }
}

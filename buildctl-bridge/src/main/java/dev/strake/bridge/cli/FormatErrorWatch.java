package dev.strake.bridge.cli;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.LogWritten;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.bridge.control.ProgressListener;
import dev.strake.bridge.emulation.EmulationDiagnostics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices a step that failed because its program is for another machine: the runtime says so in the step's output only,
 * and the daemon's own message tells no more than an exit code. Hands on all that it hears.
 */
final class FormatErrorWatch implements ProgressListener {

  private final ProgressListener next;
  private final Map<String, String> remedies = new ConcurrentHashMap<>();
  private volatile Optional<String> found = Optional.empty();

  FormatErrorWatch(ProgressListener next) {
    this.next = next;
  }

  /** What to do about the step that failed so; absent where none did. */
  Optional<String> remedy() {
    return found;
  }

  @Override
  public void onProgress(List<ProgressEvent> events) {
    next.onProgress(events);
    for (ProgressEvent event : events) {
      switch (event) {
        case LogWritten log ->
            EmulationDiagnostics.remedyFor(new String(log.data(), StandardCharsets.UTF_8))
                .ifPresent(remedy -> remedies.put(log.vertex(), remedy));
        case VertexChanged step when !step.error().isEmpty() && remedies.containsKey(step.vertex()) ->
            found = Optional.of(remedies.get(step.vertex()));
        case VertexChanged step -> {}
        case ProgressEvent.StatusChanged status -> {}
        case ProgressEvent.WarningRaised warning -> {}
      }
    }
  }

  @Override
  public void onNotice(String line) {
    next.onNotice(line);
  }
}

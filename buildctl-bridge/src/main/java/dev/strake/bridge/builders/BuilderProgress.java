package dev.strake.bridge.builders;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.ProgressGroup;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.bridge.control.ProgressListener;
import java.util.List;

/**
 * One builder's progress among that of others: its steps have ids of their own, for builders may do the same, and names
 * that say for which platforms they are. The listener behind it hears one builder at a time.
 */
final class BuilderProgress implements ProgressListener {

  private final String label;
  private final ProgressListener shared;

  /** @param shared all builders' listener, which is also what they wait for each other at */
  BuilderProgress(Share share, ProgressListener shared) {
    this.label = share.platformOption();
    this.shared = shared;
  }

  @Override
  public void onProgress(List<ProgressEvent> events) {
    List<ProgressEvent> own = events.stream().map(this::own).toList();
    synchronized (shared) {
      shared.onProgress(own);
    }
  }

  @Override
  public void onNotice(String line) {
    synchronized (shared) {
      shared.onNotice(label + ": " + line);
    }
  }

  private ProgressEvent own(ProgressEvent event) {
    return event instanceof VertexChanged step ? own(step) : event.withVertex(id(event.vertex()));
  }

  private VertexChanged own(VertexChanged step) {
    return new VertexChanged(
        id(step.vertex()),
        step.inputs().stream().map(this::id).toList(),
        label + " " + step.name(),
        step.cached(),
        step.started(),
        step.completed(),
        step.error(),
        step.group().map(group -> new ProgressGroup(id(group.id()), label + " " + group.name(), group.weak())));
  }

  private String id(String id) {
    return label + " " + id;
  }
}

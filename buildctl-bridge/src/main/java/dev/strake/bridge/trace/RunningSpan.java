package dev.strake.bridge.trace;

import dev.strake.bridge.trace.Span.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A piece of work that is being done. Thread-safe. */
final class RunningSpan {

  private final Tracer tracer;
  private final TraceContext context;
  private final Optional<TraceContext> parent;
  private final boolean remote;
  private final String name;
  private final Kind kind;
  private final long start;
  private final List<Attribute> attributes = new ArrayList<>();
  private int dropped;
  private Optional<String> failure = Optional.empty();
  private boolean ended;

  RunningSpan(
      Tracer tracer, TraceContext context, Optional<TraceContext> parent, boolean remote, String name, Kind kind) {
    this.tracer = tracer;
    this.context = context;
    this.parent = parent;
    this.remote = remote;
    this.name = name;
    this.kind = kind;
    this.start = tracer.now();
  }

  /** Where in which trace it is. */
  TraceContext context() {
    return context;
  }

  /** A part of it. */
  RunningSpan part(String of) {
    return tracer.part(context, of);
  }

  synchronized RunningSpan with(Attribute attribute) {
    if (tracer.limits().hasRoomFor(attributes.size())) {
      attributes.add(tracer.limits().shortened(attribute));
    } else {
      dropped++;
    }
    return this;
  }

  RunningSpan with(List<Attribute> several) {
    several.forEach(this::with);
    return this;
  }

  /** It has gone wrong. */
  synchronized void fail(String reason) {
    failure = Optional.of(reason);
  }

  /** It is over; only the first time counts. */
  void end() {
    long end = tracer.now();
    Span span;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      span = new Span(context, parent, remote, name, kind, start, end, List.copyOf(attributes), dropped, failure);
    }
    tracer.ended(span);
  }
}

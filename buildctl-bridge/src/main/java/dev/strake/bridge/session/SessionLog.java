package dev.strake.bridge.session;

/** Hears what a session does that a user ought to see among a build's steps. Thread-safe. */
@FunctionalInterface
public interface SessionLog {

  /** A step of no duration, such as {@code [auth] sharing credentials for registry.example}. */
  void step(String name);
}

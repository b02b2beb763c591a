package dev.strake.bridge.cli;

/** This release. Not read from the jar, which a start with a class cache need not open: a test compares the two. */
final class Release {

  static final String NUMBER = "0.1.0-SNAPSHOT";

  private Release() {}
}

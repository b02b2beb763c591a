package dev.strake.llb;

/** A file system tree in the making, with the settings for the steps that follow. Immutable. */
public final class State {}

package dev.strake.llb.marshal;

/** A marshalled graph. Immutable. */
public final class Definition {}

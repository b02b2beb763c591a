package dev.strake.llb.marshal;

/** An edge: the digest of the op that gives a tree, and which of its outputs it is. */
record Input(String digest, int index) {}

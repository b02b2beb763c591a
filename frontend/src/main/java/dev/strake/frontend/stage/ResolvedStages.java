package dev.strake.frontend.stage;

import java.util.BitSet;
import java.util.Map;

/**
 * The stage graph, with all that its nodes begin with.
 *
 * @param graph with the commands that base images bring along
 * @param needed the indices of the nodes that are to be lowered, unless their base is complete
 * @param bases what nodes begin with that have no other node as their base
 * @param fetches how many of a node's step numbers its base has taken
 */
public record ResolvedStages(
    StageGraph graph, BitSet needed, Map<Integer, BaseImage> bases, Map<Integer, Integer> fetches) {}

package dev.strake.llb.marshal;

import dev.strake.llb.Capability;
import dev.strake.llb.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an op says around its body.
 *
 * @param bodyField the body's field in the op
 * @param platform empty for an op that is the same on all platforms
 * @param capabilities what the op needs
 */
record OpHead(int bodyField, List<Input> inputs, Optional<Platform> platform, Set<Capability> capabilities) {}

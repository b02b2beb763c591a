package dev.strake.frontend.instruction;

import dev.strake.llb.CacheSharing;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A mount of {@code RUN}, its variables expanded. Texts are empty where not given.
 *
 * @param sizeLimit bytes, 0 where not given
 * @param env the variable that gets a secret; empty for the default name, absent for none
 * @param mode Unix permission bits
 */
public record RunMount(
    MountType type,
    String from,
    String source,
    String target,
    boolean readOnly,
    long sizeLimit,
    String cacheId,
    Optional<CacheSharing> sharing,
    boolean required,
    Optional<String> env,
    OptionalLong mode,
    OptionalLong uid,
    OptionalLong gid) {}

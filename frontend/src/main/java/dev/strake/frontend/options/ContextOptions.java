package dev.strake.frontend.options;

import java.util.Map;
import java.util.Optional;

/**
 * Where the Dockerfile and the contexts are.
 *
 * @param dockerfile the Dockerfile's path
 * @param dockerfileSource the client's folder that the Dockerfile is in; absent for the main context or the usual one
 * @param mainContext the URL of the main context; empty for a local one
 * @param subFolder the folder in the main context that is the context
 * @param keepGitDir whether a git context keeps {@code .git}
 * @param commitTimes whether files of a git context have the commit's time
 * @param named named contexts by name
 * @param inputMetadata what belongs to inputs, as JSON, by the input's name
 * @param sessions the sessions that local folders come from, by the folder's name
 * @param sharedKeys what named local folders have in common between clients, by the context's name
 */
public record ContextOptions(
    String dockerfile,
    Optional<String> dockerfileSource,
    String mainContext,
    Optional<String> subFolder,
    boolean keepGitDir,
    boolean commitTimes,
    Map<String, String> named,
    Map<String, String> inputMetadata,
    Map<String, String> sessions,
    Map<String, String> sharedKeys) {}

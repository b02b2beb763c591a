package dev.strake.bridge.cli;

import picocli.CommandLine.Command;

/** Stands for {@code strake buildctl} in lists; what follows that word, the program gives to buildctl unread. */
@Command(
    name = Program.BUILDCTL,
    description = "BuildKit's own client, with its commands and flags; also when strake is called by that name.")
final class BuildctlCommand {}

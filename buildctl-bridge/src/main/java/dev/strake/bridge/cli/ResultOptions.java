package dev.strake.bridge.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What comes of the result. Filled in by picocli. */
final class ResultOptions {

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "NAME",
      description = "A name for the image, such as app:1; repeatable.")
  List<String> tags = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "SPEC",
      description = "Where the result goes: type=oci|docker|tar,dest=FILE, type=local,dest=FOLDER,"
          + " type=image,name=NAME[,push=true], FOLDER, or - for a tar archive on standard output; repeatable.")
  List<String> outputs = new ArrayList<>();

  @Option(names = "--push", description = "Push the image to the registry that its name says.")
  boolean push;

  @Option(names = "--load", description = "Load the image into docker, nerdctl, podman or containerd, whichever there"
      + " is.")
  boolean load;

  @Option(names = "--label", paramLabel = "NAME=VALUE", description = "A label for the image; repeatable.")
  List<String> labels = new ArrayList<>();

  @Option(
      names = "--annotation",
      paramLabel = "[WHERE:]NAME=VALUE",
      description = "An annotation for the image's manifest, or for index, manifest-descriptor or index-descriptor;"
          + " repeatable.")
  List<String> annotations = new ArrayList<>();

  @Option(names = "--metadata-file", paramLabel = "FILE", description = "Write the result's metadata there, as JSON.")
  @Nullable String metadataFile;

  @Option(names = "--iidfile", paramLabel = "FILE", description = "Write the image's digest there.")
  @Nullable String iidFile;

  @Option(names = {"-q", "--quiet"}, description = "Show nothing of the build, and print the image's digest.")
  boolean quiet;

  @Option(
      names = "--call",
      paramLabel = "METHOD[,format=json]",
      description = "Ask about the Dockerfile: build (default), check, outline or targets.")
  String call = "build";

  @Option(names = "--check", description = "Short for --call=check.")
  boolean check;
}

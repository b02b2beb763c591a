package dev.strake.frontend.context;

import dev.strake.frontend.port.SourceInfo;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.SourceMap;
import dev.strake.llb.marshal.Definition;

/**
 * The Dockerfile that was read.
 *
 * @param sourceMap the file, for vertices to refer to
 * @param file the same file's text, which is decoded once for all who read it
 * @param definition the graph that it was read from
 */
public record DockerfileSource(SourceMap sourceMap, SourceFile file, Definition definition) {

  /** A file with its text. */
  public static DockerfileSource of(SourceMap sourceMap, Definition definition) {
    return new DockerfileSource(sourceMap, SourceFile.of(sourceMap.filename(), sourceMap.data()), definition);
  }

  /** The file as errors and warnings carry it. */
  public SourceInfo info() {
    return new SourceInfo(sourceMap.filename(), sourceMap.language(), sourceMap.data(), definition);
  }
}

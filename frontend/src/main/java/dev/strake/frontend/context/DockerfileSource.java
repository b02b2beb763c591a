package dev.strake.frontend.context;

import dev.strake.frontend.port.SourceInfo;
import dev.strake.llb.SourceMap;
import dev.strake.llb.marshal.Definition;

/**
 * The Dockerfile that was read.
 *
 * @param sourceMap the file, for vertices to refer to
 * @param definition the graph that it was read from
 */
public record DockerfileSource(SourceMap sourceMap, Definition definition) {

  /** The file as errors and warnings carry it. */
  public SourceInfo info() {
    return new SourceInfo(sourceMap.filename(), sourceMap.language(), sourceMap.data(), definition);
  }
}

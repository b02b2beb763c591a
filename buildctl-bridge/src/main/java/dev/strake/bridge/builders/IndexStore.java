package dev.strake.bridge.builders;

import dev.strake.bridge.control.Export;
import java.io.IOException;

/** Where the builders' indexes lie, and where the index of them all goes. */
interface IndexStore extends AutoCloseable {

  /** What a builder is to put there. */
  Export builderExport(Share share) throws IOException;

  /** An index that a builder has put there. */
  byte[] read(Share share, String digest) throws IOException, InterruptedException;

  /** Puts the index of all there, under the names that the image is to have. */
  void write(String mediaType, byte[] index) throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}

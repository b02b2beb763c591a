package dev.strake.bridge.connection;

import java.io.IOException;

/** Opens a connection to a daemon, as often as one is needed. Thread-safe. */
public sealed interface StreamOpener permits HelperProgram, EngineSocket {

  /** Opens one, unless the thread is interrupted before; the message of a failure is for people. */
  ByteStream open() throws IOException;
}

package dev.strake.bridge.connection;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A connection as two blocking streams, one thread for each. Closing it breaks both off. */
interface ByteStream extends Closeable {

  /** What comes from the daemon. */
  InputStream input();

  /** What goes to it. */
  OutputStream output();

  /** Why the stream has ended, once it has; absent where there is nothing to say. */
  Optional<String> complaint();
}

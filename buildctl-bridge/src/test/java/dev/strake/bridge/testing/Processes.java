package dev.strake.bridge.testing;

import java.util.concurrent.TimeUnit;

/** Programs that a test has started. */
public final class Processes {

  private static final int PATIENCE_SECONDS = 30;

  private Processes() {}

  /** Ends one: asks it first, and returns when it is gone. */
  public static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}

package dev.strake.bridge.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FileMutexTest {

  private static final int HOLDERS = 8;
  private static final int TIMES = 25;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneHolderAtATime(boolean delete) throws Exception {
    Path file = folder.resolve("lock");
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Callable<Void> holder =
        () -> {
          for (int i = 0; i < TIMES; i++) {
            try (FileMutex held = FileMutex.acquire(file)) {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              Thread.yield();
              inside.decrementAndGet();
              if (delete) {
                held.deleteFile();
              }
            }
          }
          return null;
        };

    inParallel(holder);

    assertThat(most).hasValue(1);
    assertThat(Files.exists(file)).isEqualTo(!delete);
  }

  @Test
  void twiceClosedIsOnceReleased() throws Exception {
    Path file = folder.resolve("lock");
    FileMutex first = FileMutex.acquire(file);
    first.close();
    first.close();
    try (FileMutex held = FileMutex.acquire(file)) {
      CompletableFuture<Boolean> second = new CompletableFuture<>();
      Thread waiter =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try (FileMutex never = FileMutex.acquire(file)) {
                      second.complete(true);
                    } catch (Exception e) {
                      second.complete(false);
                    }
                  });
      assertThat(second.completeOnTimeout(false, 300, TimeUnit.MILLISECONDS).get()).isFalse();
      waiter.interrupt();
      waiter.join();
    }
  }

  /** A lock of the kernel is lost with any file that is closed in the process. */
  @Test
  void oneThatGivesUpWaitingLeavesTheHolderItsLock() throws Exception {
    Path file = folder.resolve("lock");
    try (FileMutex held = FileMutex.acquire(file)) {
      Thread waiter =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (FileMutex never = FileMutex.acquire(file)) {
                      never.deleteFile();
                    } catch (Exception e) {
                      // It was interrupted.
                    }
                  });
      waiter.interrupt();
      waiter.join();
      assertThat(file).exists();
      assertThat(otherProcessGets(file)).isFalse();
    }
    assertThat(otherProcessGets(file)).isTrue();
  }

  @Test
  void waitsForAnotherProcess() throws Exception {
    Path file = folder.resolve("lock");
    List<String> program = lockingProgram(file, "System.out.println(lock != null); System.in.read();");
    Process other = new ProcessBuilder(program).start();
    try (var said = other.inputReader()) {
      assertThat(said.readLine()).isEqualTo("true");
      AtomicInteger order = new AtomicInteger();
      Thread waiter =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (FileMutex held = FileMutex.acquire(file)) {
                      order.set(order.get() * 10 + 2);
                    } catch (Exception e) {
                      order.set(-1);
                    }
                  });
      Thread.sleep(200);
      order.set(1);
      other.getOutputStream().close();
      waiter.join();
      assertThat(order).hasValue(12);
    } finally {
      other.destroyForcibly();
    }
  }

  private static void inParallel(Callable<Void> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(HOLDERS)) {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < HOLDERS; i++) {
        all.add(threads.submit(work));
      }
      for (Future<Void> each : all) {
        each.get();
      }
    }
  }

  private boolean otherProcessGets(Path file) throws Exception {
    Process other = new ProcessBuilder(lockingProgram(file, "System.out.println(lock != null);")).start();
    other.getOutputStream().close();
    try (var said = other.inputReader()) {
      return Boolean.parseBoolean(said.readLine());
    }
  }

  private List<String> lockingProgram(Path file, String then) throws Exception {
    Path source = folder.resolve("Locking.java");
    Files.writeString(
        source,
        """
        public class Locking {
          public static void main(String[] args) throws Exception {
            try (var channel = %s.open(java.nio.file.Path.of(args[0]), %s.CREATE, %s.WRITE)) {
              %s lock = channel.tryLock();
              %s
            }
          }
        }
        """
            .formatted(
                FileChannel.class.getName(),
                StandardOpenOption.class.getName(),
                StandardOpenOption.class.getName(),
                FileLock.class.getName(),
                then));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(java.toString(), source.toString(), file.toString());
  }
}

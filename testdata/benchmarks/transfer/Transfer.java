import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.ProgressListener;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.Sources;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Sends folders to a daemon, by turns from this JVM and by buildctl, and prints medians of wall and client CPU time. The
 * script {@code transfers} runs it.
 */
public final class Transfer {

  private static final com.sun.management.OperatingSystemMXBean SYSTEM =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final String address;
  private final String buildctl;
  private final Path folder;

  private Transfer(String address, String buildctl, Path folder) {
    this.address = address;
    this.buildctl = buildctl;
    this.folder = folder;
  }

  /** Milliseconds. */
  private record Cost(double wall, double cpu) {}

  private interface Side {
    Cost send(Path context, Definition definition) throws Exception;
  }

  private interface Change {
    void apply(int round) throws IOException;
  }

  /** Arguments: ADDRESS BUILDCTL FOLDER WARMUP ROUNDS [LARGE_MEGABYTES]. */
  public static void main(String[] arguments) throws Exception {
    Transfer transfer = new Transfer(arguments[0], arguments[1], Path.of(arguments[2]));
    int warmUp = Integer.parseInt(arguments[3]);
    int rounds = Integer.parseInt(arguments[4]);
    int megabytes = arguments.length > 5 ? Integer.parseInt(arguments[5]) : 500;
    transfer.run(warmUp, rounds, megabytes);
  }

  private void run(int warmUp, int rounds, int megabytes) throws Exception {
    Path small = folder.resolve("small");
    Path large = folder.resolve("large");
    smallFiles(small);
    largeFile(large, megabytes);
    System.out.printf("%-32s %10s %10s %6s %10s %10s %6s%n", "", "wall", "buildctl", "ratio", "CPU", "buildctl", "ratio");
    try (DaemonClient client = DaemonClient.connect(DaemonAddress.parse(address))) {
      Side own = (context, definition) -> own(client, context, definition);
      Change none = round -> {};
      measure("10,000 files of 1 KiB, first", small, true, none, own, warmUp, rounds);
      measure("the same, unchanged", small, false, none, own, warmUp, rounds);
      Change one = round -> Files.writeString(small.resolve("part7/file7"), "changed " + round + " " + System.nanoTime());
      measure("the same, one file changed", small, false, one, own, warmUp, rounds);
      measure("one file of " + megabytes + " MB", large, true, none, own, warmUp, rounds);
    }
  }

  /** With a key of its own for each transfer where the daemon is to know nothing of it, else one for each side. */
  private void measure(String name, Path context, boolean first, Change change, Side own, int warmUp, int rounds)
      throws Exception {
    List<Cost> ours = new ArrayList<>();
    List<Cost> theirs = new ArrayList<>();
    String run = Long.toString(System.nanoTime());
    for (int round = -warmUp; round < rounds; round++) {
      String key = first ? run + "-" + round : run;
      change.apply(round);
      Cost cost = own.send(context, definition(key + "-own"));
      Cost stock = round < -1 ? cost : buildctl(context, definition(key + "-stock"));
      if (round >= 0) {
        ours.add(cost);
        theirs.add(stock);
      }
    }
    double wall = median(ours.stream().mapToDouble(Cost::wall).toArray());
    double stockWall = median(theirs.stream().mapToDouble(Cost::wall).toArray());
    double cpu = median(ours.stream().mapToDouble(Cost::cpu).toArray());
    double stockCpu = median(theirs.stream().mapToDouble(Cost::cpu).toArray());
    System.out.printf(
        Locale.ROOT,
        "%-32s %10.0f %10.0f %6.2f %10.0f %10.0f %6.2f%n",
        name, wall, stockWall, wall / stockWall, cpu, stockCpu, cpu / stockCpu);
  }

  private static Definition definition(String key) {
    return Marshaller.marshal(
        Sources.local("context", LocalOptions.NONE.withSharedKeyHint(key)), MarshalOptions.defaults());
  }

  private static Cost own(DaemonClient client, Path context, Definition definition) throws Exception {
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    SessionSpec session = SessionSpec.builder().local("context", context).build();
    client.solve(SolveSpec.ofGraph(definition).session(session).build(), ProgressListener.none()).await();
    return new Cost((System.nanoTime() - start) / 1e6, (SYSTEM.getProcessCpuTime() - cpu) / 1e6);
  }

  private Cost buildctl(Path context, Definition definition) throws Exception {
    String command =
        "TIMEFORMAT='%R %U %S'; time '" + buildctl + "' --addr '" + address + "' build --progress=quiet --local context='"
            + context + "' 2>'" + folder.resolve("buildctl.log") + "'";
    Process process = new ProcessBuilder("bash", "-c", command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(definition.toProto().toByteArray());
    }
    String times = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("buildctl failed: " + Files.readString(folder.resolve("buildctl.log")));
    }
    double[] seconds = Arrays.stream(times.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Cost(seconds[0] * 1000, (seconds[1] + seconds[2]) * 1000);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static void smallFiles(Path root) throws IOException {
    byte[] content = new byte[1024];
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      Path part = Files.createDirectories(root.resolve("part" + i));
      for (int j = 0; j < 100; j++) {
        random.nextBytes(content);
        Files.write(part.resolve("file" + j), content);
      }
    }
  }

  private static void largeFile(Path root, int megabytes) throws IOException {
    Files.createDirectories(root);
    byte[] block = new byte[1 << 20];
    new Random(2).nextBytes(block);
    try (OutputStream out = Files.newOutputStream(root.resolve("large"))) {
      for (int i = 0; i < megabytes; i++) {
        block[0] = (byte) i;
        out.write(block);
      }
    }
  }
}

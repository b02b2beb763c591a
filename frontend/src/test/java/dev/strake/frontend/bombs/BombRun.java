package dev.strake.frontend.bombs;

import dev.strake.frontend.property.Frontend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program that {@link BombsTest} runs in a small JVM: gives the frontend one bomb after the other, and prints a
 * line for each call, its beginning before it. What is neither a result nor a refusal ends the program.
 */
final class BombRun {

  private BombRun() {}

  /** The folder to work in; a part of the bombs' names, empty for all; {@code all} for every way to ask. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int number = 0;
    for (Map.Entry<String, Bombs.Text> bomb : Bombs.all().entrySet()) {
      number++;
      if (bomb.getKey().contains(args[1])) {
        Bombs.write(bomb.getValue(), folder.resolve("Dockerfile"));
        for (Map<String, String> call : args[2].equals("all") ? Frontend.CALLS : calls(number)) {
          run(bomb.getKey(), folder, call);
        }
      }
    }
    System.out.println("done");
  }

  /** An ordinary build, and for one bomb of three another way to ask. */
  private static List<Map<String, String>> calls(int number) {
    List<Map<String, String>> others = new ArrayList<>(Frontend.CALLS);
    Map<String, String> build = others.removeFirst();
    return number % 3 == 0 ? List.of(build, others.get(number / 3 % others.size())) : List.of(build);
  }

  /** What the process has used so far, its collector included. */
  private static long processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  private static void run(String bomb, Path folder, Map<String, String> call) {
    System.out.print(bomb + " " + call + ": ");
    System.out.flush();
    long start = processorTime();
    Frontend.Outcome outcome = new Frontend(folder).call(call);
    long milliseconds = processorTime() - start;
    String message = outcome.message().substring(0, Math.min(outcome.message().length(), 100)).replace('\n', ' ');
    System.out.println((outcome.accepted() ? "accepted in " : "refused in ") + milliseconds + " ms " + message);
  }
}

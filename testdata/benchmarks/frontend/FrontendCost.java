import dev.strake.bridge.training.FrontendProcess;
import dev.strake.bridge.training.TrainingBridge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a frontend process costs by itself: milliseconds of CPU, from its start to its end, and the most memory that it had
 * resident, in KiB. The daemon is a stand-in that answers at once. Run by frontend-image, from this source.
 *
 * <p>Arguments: a Dockerfile, how often, and the program.
 */
final class FrontendCost {

  public static void main(String[] arguments) throws Exception {
    byte[] dockerfile = Files.readAllBytes(Path.of(arguments[0]));
    // The kernel tells what one child had used and had resident once it has ended. Not what all children had: where
    // python3 is a script that looks for the real one, its own children would count.
    List<String> command =
        new ArrayList<>(List.of("python3", "-c",
            "import os,sys\n"
                + "pid=os.posix_spawnp(sys.argv[1],sys.argv[1:],os.environ)\n"
                + "_,status,u=os.wait4(pid,0)\n"
                + "sys.stderr.write('%.1f %d\\n'%(1000*(u.ru_utime+u.ru_stime),u.ru_maxrss))\n"
                + "sys.exit(os.waitstatus_to_exitcode(status))"));
    command.addAll(Arrays.asList(arguments).subList(2, arguments.length));
    Map<String, String> variables =
        Map.of(
            "PATH", "/usr/sbin:/usr/bin:/sbin:/bin",
            "LC_ALL", "C.UTF-8",
            "BUILDKIT_SESSION_ID", "cost",
            "BUILDKIT_WORKERS", "[{\"id\":\"w\",\"platforms\":[{\"architecture\":\"amd64\",\"os\":\"linux\"}]}]");
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      TrainingBridge bridge = new TrainingBridge(Map.of("Dockerfile", dockerfile));
      try (FrontendProcess frontend = FrontendProcess.start(command, variables, bridge)) {
        if (frontend.process().waitFor() != 0 || !bridge.returned().join().hasResult()) {
          throw new IllegalStateException("no result: " + bridge.returned().join().getError().getMessage());
        }
      }
    }
    System.exit(0);
  }
}

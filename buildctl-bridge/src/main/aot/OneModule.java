import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Unpacks jars into one folder, as one open module, which {@code jlink} takes: classes that are linked into a runtime
 * are found without opening a jar. The services that the jars list are the module's. Of a file that several jars have,
 * the first one stays.
 *
 * <p>Usage, with a JDK 24 or newer: {@code java OneModule.java NAME REQUIRED,... FOLDER JAR...}.
 */
final class OneModule {

  private static final String META = "META-INF/";
  private static final String SERVICES = META + "services/";

  private final Path folder;
  private final Map<String, TreeSet<String>> services = new TreeMap<>();

  private OneModule(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    OneModule module = new OneModule(Path.of(arguments[2]));
    for (String jar : Arrays.asList(arguments).subList(3, arguments.length)) {
      module.unpack(jar);
    }
    module.describe(arguments[0], arguments[1].split(","));
  }

  private void unpack(String name) throws IOException {
    try (JarFile jar = new JarFile(name)) {
      for (JarEntry entry : jar.stream().filter(OneModule::isWanted).toList()) {
        try (InputStream content = jar.getInputStream(entry)) {
          take(entry.getName(), content);
        }
      }
    }
  }

  /** Without descriptions of modules and jars, and without classes for other versions of Java. */
  private static boolean isWanted(JarEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory()
        && !name.equals("module-info.class")
        && !name.equals(JarFile.MANIFEST_NAME)
        && !name.startsWith(META + "versions/")
        && !name.startsWith(META + "maven/");
  }

  private void take(String name, InputStream content) throws IOException {
    if (name.startsWith(SERVICES)) {
      String providers = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      providers
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(services.computeIfAbsent(name.substring(SERVICES.length()), any -> new TreeSet<>())::add);
      return;
    }
    Path file = folder.resolve(name).normalize();
    if (file.startsWith(folder) && Files.notExists(file)) {
      Files.createDirectories(file.getParent());
      Files.copy(content, file);
    }
  }

  private void describe(String name, String[] required) throws IOException {
    byte[] description =
        ClassFile.of()
            .buildModule(
                ModuleAttribute.of(
                    ModuleDesc.of(name),
                    module -> {
                      module.moduleFlags(AccessFlag.OPEN);
                      module.requires(ModuleDesc.of("java.base"), List.of(AccessFlag.MANDATED), null);
                      for (String other : required) {
                        module.requires(ModuleDesc.of(other), List.of(), null);
                      }
                      services.forEach((service, providers) -> add(module, service, providers));
                    }));
    Files.write(folder.resolve("module-info.class"), description);
  }

  /** What a library offers to one that is not there is left out. */
  private void add(ModuleAttribute.ModuleAttributeBuilder module, String service, TreeSet<String> providers) {
    if (Files.notExists(folder.resolve(service.replace('.', '/') + ".class"))) {
      return;
    }
    module.uses(ClassDesc.of(service));
    module.provides(ClassDesc.of(service), providers.stream().map(ClassDesc::of).toArray(ClassDesc[]::new));
  }
}

package dev.strake.bridge.fsutil;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All namespaces, by the system calls that the JDK's view of the {@code user.} namespace is made of. They lie in
 * packages that the JDK keeps closed: {@code --add-opens java.base/sun.nio.fs=ALL-UNNAMED --add-opens
 * java.base/sun.nio.ch=ALL-UNNAMED} opens them. The JDK's way to call any function of the system would cost every build
 * some 90 ms, for it makes classes at run time.
 */
final class SystemAttributes implements ExtendedAttributes {

  /** The most that Linux lets names, or one value, come to. */
  private static final int LIMIT = 64 * 1024;

  private final Method open;
  private final Method close;
  private final Method list;
  private final Method get;
  private final Method set;
  private final ByteBuffer memory = ByteBuffer.allocateDirect(LIMIT);
  private final long address;

  private SystemAttributes() throws ReflectiveOperationException {
    Class<?> calls = Class.forName("sun.nio.fs.UnixNativeDispatcher");
    open = accessible(Class.forName("sun.nio.fs.UnixPath").getDeclaredMethod("openForAttributeAccess", boolean.class));
    close = accessible(calls.getDeclaredMethod("close", int.class));
    list = accessible(calls.getDeclaredMethod("flistxattr", int.class, long.class, int.class));
    get = accessible(calls.getDeclaredMethod("fgetxattr", int.class, byte[].class, long.class, int.class));
    set = accessible(calls.getDeclaredMethod("fsetxattr", int.class, byte[].class, long.class, int.class));
    address = (long) Class.forName("sun.nio.ch.DirectBuffer").getMethod("address").invoke(memory);
  }

  private static Method accessible(Method method) {
    method.setAccessible(true);
    return method;
  }

  /** Empty where the packages are closed, or a JDK has them otherwise. */
  static Optional<SystemAttributes> open() {
    Module jdk = Object.class.getModule();
    Module strake = SystemAttributes.class.getModule();
    if (!jdk.isOpen("sun.nio.ch", strake) || !jdk.isOpen("sun.nio.fs", strake)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SystemAttributes());
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized Map<String, ByteString> read(Path file) throws IOException {
    int descriptor = (int) call(file, open, file, false);
    try {
      int length = (int) call(file, list, null, descriptor, address, LIMIT);
      if (length == 0) {
        return Map.of();
      }
      Map<String, ByteString> attributes = new HashMap<>();
      for (String name : copied(length).toStringUtf8().split("\0")) {
        int size = (int) call(file, get, null, descriptor, bytes(name), address, LIMIT);
        attributes.put(name, copied(size));
      }
      return attributes;
    } finally {
      call(file, close, null, descriptor);
    }
  }

  @Override
  public synchronized void write(Path file, String name, ByteString value) throws IOException {
    if (value.size() > LIMIT) {
      throw new IOException(file + ": the attribute " + name + " is larger than any may be");
    }
    int descriptor = (int) call(file, open, file, false);
    try {
      value.copyTo(memory.clear());
      call(file, set, null, descriptor, bytes(name), address, value.size());
    } finally {
      call(file, close, null, descriptor);
    }
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private ByteString copied(int length) {
    return ByteString.copyFrom(memory.clear().limit(length));
  }

  private static Object call(Path file, Method method, @Nullable Object receiver, Object... arguments)
      throws IOException {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw new IOException(file + ": " + e.getCause().getMessage(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.strake.bridge.fsutil;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the platform shows to everybody: the {@code user.} namespace. */
final class UserAttributes implements ExtendedAttributes {

  private static final String NAMESPACE = "user.";

  @Override
  public Map<String, ByteString> read(Path file) throws IOException {
    UserDefinedFileAttributeView view = view(file);
    List<String> names = view == null ? List.of() : view.list();
    Map<String, ByteString> attributes = new HashMap<>();
    for (String name : names) {
      ByteBuffer value = ByteBuffer.allocate(view.size(name));
      view.read(name, value);
      attributes.put(NAMESPACE + name, ByteString.copyFrom(value.flip()));
    }
    return attributes;
  }

  @Override
  public void write(Path file, String name, ByteString value) throws IOException {
    UserDefinedFileAttributeView view = view(file);
    if (view != null && name.startsWith(NAMESPACE)) {
      view.write(name.substring(NAMESPACE.length()), value.asReadOnlyByteBuffer());
    }
  }

  private static @Nullable UserDefinedFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}

package dev.strake.bridge.rootfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticBinaryTest {

  private static final int LOAD = 1;
  private static final int INTERPRETER = 3;

  @TempDir Path folder;

  @Test
  void aProgramThatNamesALoaderIsNotStatic() throws IOException {
    assertThat(StaticBinary.is(elf(LOAD, LOAD))).isTrue();
    assertThat(StaticBinary.is(elf(LOAD, INTERPRETER))).isFalse();
    assertThat(StaticBinary.is(Files.writeString(folder.resolve("script"), "#!/bin/sh\n"))).isFalse();
    assertThat(StaticBinary.is(Files.write(folder.resolve("empty"), new byte[0]))).isFalse();
  }

  private Path elf(int... programHeaders) throws IOException {
    ByteBuffer file = ByteBuffer.allocate(64 + 56 * programHeaders.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(0, new byte[] {0x7f, 'E', 'L', 'F', 2, 1}).putLong(32, 64).putShort(54, (short) 56);
    file.putShort(56, (short) programHeaders.length);
    for (int i = 0; i < programHeaders.length; i++) {
      file.putInt(64 + 56 * i, programHeaders[i]);
    }
    return Files.write(folder.resolve("elf"), file.array());
  }
}

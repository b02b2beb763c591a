package dev.strake.bridge.host;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says what is wrong with a file, which Java's own exceptions for files leave to their class names. */
public final class FileErrors {

  private FileErrors() {}

  /** Such as {@code /etc/shadow: permission denied}; where no file is named, what the exception says. */
  public static String describe(Throwable error) {
    if (!(error instanceof FileSystemException file) || file.getFile() == null) {
      return error.getMessage() == null ? error.toString() : error.getMessage();
    }
    return describe(file, String.valueOf(file.getFile()));
  }

  /** The same, with the file's name as the user wrote it. */
  public static String describe(Exception error, String name) {
    if (!(error instanceof FileSystemException file)) {
      return name + ": " + lowerFirst(String.valueOf(error.getMessage()));
    }
    String reason =
        switch (file) {
          case NoSuchFileException e -> "no such file or directory";
          case AccessDeniedException e -> "permission denied";
          case FileAlreadyExistsException e -> "file exists";
          case NotDirectoryException e -> "not a directory";
          case DirectoryNotEmptyException e -> "directory not empty";
          default -> file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
        };
    return name + ": " + lowerFirst(reason);
  }

  /**
   * Whether a file is not there because another file stands where its folder should: the JVM tells this and a missing
   * file with the same exception.
   */
  public static boolean isBehindAFile(Path file) {
    Path folder = file.getParent();
    while (folder != null && Files.notExists(folder)) {
      folder = folder.getParent();
    }
    return folder != null && !Files.isDirectory(folder);
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}

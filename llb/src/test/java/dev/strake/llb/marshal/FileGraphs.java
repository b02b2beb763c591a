package dev.strake.llb.marshal;

import static dev.strake.llb.marshal.ReferenceGraphs.ARM64;
import static dev.strake.llb.marshal.ReferenceGraphs.IMAGE;
import static dev.strake.llb.marshal.ReferenceGraphs.LOCAL;
import static dev.strake.llb.marshal.ReferenceGraphs.OTHER;
import static dev.strake.llb.marshal.ReferenceGraphs.WINDOWS;
import static dev.strake.llb.marshal.ReferenceGraphs.image;
import static dev.strake.llb.marshal.ReferenceGraphs.run;

import dev.strake.llb.Constraints;
import dev.strake.llb.CopyOptions;
import dev.strake.llb.CopySource;
import dev.strake.llb.FileAction;
import dev.strake.llb.Owner;
import dev.strake.llb.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** File ops with all their actions and options. */
final class FileGraphs {
  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000, 5);
  private static final String[] PATHS = {"", "/", ".", "./", "x/.", "/x/..", "x//y/", "../x", "/."};
  private static final String[] OWNERS = {
    "", "a", "1", "007", "-1", "+5", "root:root", ":g", "u:", "4294967296", "2147483648", "2147483647", "a:b:c", "0x1",
    "1_0"
  };

  private FileGraphs() {}

  static void addTo(ReferenceGraphs all) {
    addSingle(all);
    addCopies(all);
    addChains(all);
  }

  static State mkdir(State state, String path) {
    return mkdir(state, path, Constraints.NONE);
  }

  static State mkdir(State state, String path, Constraints constraints) {
    return state.file(List.of(new FileAction.Mkdir(path, 0755, false)), constraints);
  }

  private static State file(State state, FileAction... actions) {
    return state.file(List.of(actions), Constraints.NONE);
  }

  private static FileAction.Copy copy(State source, String src, String dest) {
    return copy(source, src, dest, CopyOptions.NONE);
  }

  private static FileAction.Copy copy(State source, String src, String dest, CopyOptions options) {
    return new FileAction.Copy(CopySource.of(source), src, dest, options);
  }

  private static void addSingle(ReferenceGraphs all) {
    State work = IMAGE.withDir("/w");
    all.add("mkdir", mkdir(State.scratch(), "/a"));
    Optional<Instant> time = Optional.of(TIME);
    Optional<Owner> ids = Optional.of(Owner.ids(0, 7));
    all.add("mkdir-options", file(work, new FileAction.Mkdir("b/../c/", 01777, true, ids, time)));
    byte[] data = {'d', 'a', 't', 'a', 0, (byte) 0xff};
    Optional<Owner> bob = Optional.of(Owner.parse("bob:staff"));
    all.add("mkfile", file(work, new FileAction.Mkfile("f", 0644, data, bob, time)));
    all.add("mkfile-empty", file(IMAGE, new FileAction.Mkfile("/f", 0, new byte[0])));
    all.add("rm", file(work, new FileAction.Rm("f", true, true)));
    all.add("rm-root", file(IMAGE, new FileAction.Rm("", false, false)));
    Optional<Owner> root = Optional.of(Owner.parse("root"));
    all.add("symlink", file(work, new FileAction.Symlink("old", "new/", root, time)));
    all.add("file-no-action", file(IMAGE));
    all.add("file-platform", run(mkdir(image("x", ARM64), "/a"), "p"));
    Constraints required = Constraints.NONE.withWorkerFilters(List.of("w")).withPlatform(WINDOWS);
    all.add("file-require", mkdir(IMAGE, "/a", required));
  }

  private static void addCopies(ReferenceGraphs all) {
    State work = IMAGE.withDir("/w");
    all.add("copy", file(IMAGE, copy(LOCAL, "a", "b")));
    all.add("copy-scratch", file(IMAGE, copy(State.scratch(), "a", "b")));
    all.add("copy-self", file(IMAGE, copy(IMAGE, "a", "b/")));
    for (int i = 0; i < PATHS.length; i++) {
      all.add("copy-dest-" + i, file(work, copy(LOCAL.withDir("/l"), PATHS[i], PATHS[i])));
    }
    CopyOptions options =
        CopyOptions.builder()
            .mode(04755)
            .followSymlinks(true)
            .dirContentsOnly(true)
            .includePatterns(List.of("i", ""))
            .excludePatterns(List.of("e"))
            .requiredPaths(List.of("r"))
            .attemptUnpack(true)
            .createDestPath(true)
            .allowWildcard(true)
            .allowEmptyWildcard(true)
            .alwaysReplaceExistingDestPaths(true)
            .createdTime(TIME)
            .owner(Owner.parse("1:name"))
            .build();
    all.add("copy-options", file(work, copy(LOCAL.withDir("/ctx"), "s/*", "d/", options)));
    all.add("copy-mode-zero", file(IMAGE, copy(LOCAL, "a", "b", CopyOptions.builder().mode(0).build())));
    CopyOptions symbolic = CopyOptions.builder().modeString("u=rwX").build();
    all.add("copy-mode-string", file(IMAGE, copy(LOCAL, "a", "b", symbolic)));
    for (int i = 0; i < OWNERS.length; i++) {
      all.add("owner-" + i, file(IMAGE, copy(LOCAL, "a", "b", owner(OWNERS[i]))));
    }
    all.add("copy-name-scratch", file(State.scratch(), copy(LOCAL, "a", "b", owner("u"))));
  }

  private static CopyOptions owner(String text) {
    return CopyOptions.builder().owner(Owner.parse(text)).build();
  }

  private static void addChains(ReferenceGraphs all) {
    List<FileAction> chain =
        List.of(
            new FileAction.Mkdir("a", 0700, false),
            copy(LOCAL, "x", "y"),
            copy(OTHER, "x", "y"),
            copy(LOCAL, "z", "y"),
            new FileAction.Mkfile("f", 0600, new byte[] {'q'}),
            new FileAction.Rm("g", false, false),
            new FileAction.Symlink("o", "n", Optional.empty(), Optional.empty()));
    all.add("chain", IMAGE.withDir("/w").file(chain, Constraints.NONE.withCustomName("chain").withIgnoreCache()));
    List<FileAction> made =
        List.of(new FileAction.Mkdir("m", 0711, false), new FileAction.Mkfile("n", 0611, new byte[] {'n'}));
    CopySource sub = CopySource.of(made, OTHER.withDir("/sub"));
    all.add(
        "nested",
        file(
            IMAGE,
            new FileAction.Copy(sub, "m", "m2", CopyOptions.NONE),
            new FileAction.Copy(sub, "n", "n2", CopyOptions.NONE),
            new FileAction.Mkdir("last", 0755, false)));
    CopySource deeper =
        CopySource.of(
            List.of(new FileAction.Copy(sub, "m", "m3", CopyOptions.NONE), copy(LOCAL, "q", "r")), State.scratch());
    all.add(
        "nested-2",
        file(
            IMAGE,
            new FileAction.Mkdir("first", 0755, false),
            new FileAction.Copy(deeper, "m3", "x", owner("bob"))));
    State i1 = image("i1");
    State i2 = image("i2");
    State i3 = image("i3");
    all.add("order-copies", file(IMAGE, copy(i1, "/", "/"), copy(i2, "/", "/"), copy(i3, "/", "/")));
  }
}

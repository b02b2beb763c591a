package dev.strake.llb.marshal;

import static dev.strake.llb.marshal.ReferenceGraphs.ARM64;
import static dev.strake.llb.marshal.ReferenceGraphs.IMAGE;
import static dev.strake.llb.marshal.ReferenceGraphs.LOCAL;
import static dev.strake.llb.marshal.ReferenceGraphs.ON_ARM64;
import static dev.strake.llb.marshal.ReferenceGraphs.OPTIONS;
import static dev.strake.llb.marshal.ReferenceGraphs.WINDOWS;

import dev.strake.llb.BlobOptions;
import dev.strake.llb.Constraints;
import dev.strake.llb.FileInfo;
import dev.strake.llb.GitOptions;
import dev.strake.llb.HttpOptions;
import dev.strake.llb.ImageOptions;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.OciLayoutOptions;
import dev.strake.llb.OciStore;
import dev.strake.llb.ResolveMode;
import dev.strake.llb.Sources;
import java.util.List;

/** Sources with all their options. */
final class SourceGraphs {
  private static final String DIGEST = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final OciStore STORE = new OciStore("s", "st");

  private SourceGraphs() {}

  static void addTo(ReferenceGraphs all) {
    addImages(all);
    addLocals(all);
    addGit(all);
    addHttp(all);
  }

  private static void addImages(ReferenceGraphs all) {
    all.add("image", IMAGE);
    ImageOptions options =
        ImageOptions.NONE
            .withResolveMode(ResolveMode.PULL)
            .withRecordType("internal")
            .withLayerLimit(3)
            .withChecksum(DIGEST)
            .withConstraints(ON_ARM64.withCustomName("[internal] load"));
    all.add("image-options", Sources.image("example.com/a/b:c", options));
    ImageOptions local =
        ImageOptions.NONE
            .withResolveMode(ResolveMode.LOCAL)
            .withConstraints(Constraints.NONE.withPlatform(WINDOWS));
    all.add("image-local", Sources.image("a@" + DIGEST, local));
    all.add("image-invalid", Sources.image("A B", ImageOptions.NONE));
    all.add("image-platform-marshal", IMAGE, MarshalOptions.of(ARM64));
    FileInfo file = new FileInfo("f", 0640, 1, 2);
    all.add("blob", Sources.imageBlob("example.com/x@" + DIGEST, BlobOptions.NONE.withFile(file)));
    all.add("blob-tagged", Sources.imageBlob("example.com/x:1@" + DIGEST, BlobOptions.NONE));
    all.add("blob-undigested", Sources.imageBlob("example.com/x", BlobOptions.NONE));
    OciLayoutOptions layout = OciLayoutOptions.NONE.withStore(STORE).withLayerLimit(2);
    all.add("oci", Sources.ociLayout("x@" + DIGEST, layout));
    all.add("oci-plain", Sources.ociLayout("x@" + DIGEST, OciLayoutOptions.NONE.withConstraints(ON_ARM64)));
    BlobOptions blob = BlobOptions.NONE.withStore(STORE).withFile(FileInfo.NONE.withFilename("f"));
    all.add("oci-blob", Sources.ociLayoutBlob("x/y@" + DIGEST, blob));
  }

  private static void addLocals(ReferenceGraphs all) {
    all.add("local", LOCAL);
    LocalOptions options =
        LocalOptions.NONE
            .withSessionId("sess")
            .withIncludePatterns(List.of("a", "b&c"))
            .withFollowPaths(List.of("<x>", "é\u2028"))
            .withExcludePatterns(List.of("*.go"))
            .withSharedKeyHint("hint")
            .withDiffer(new LocalOptions.Differ("none", true))
            .withMetadataOnly(List.of("q"));
    all.add("local-options", Sources.local("context", options));
    LocalOptions more =
        LocalOptions.NONE
            .withDiffer(new LocalOptions.Differ("metadata", false))
            .withMetadataOnly(List.of())
            .withConstraints(Constraints.NONE.withLocalUniqueId("u").withCustomName("x"));
    all.add("local-options-2", Sources.local("c2", more));
    MarshalOptions unique = OPTIONS.withConstraints(Constraints.NONE.withLocalUniqueId("m"));
    all.add("local-unique-marshal", Sources.local("c", LocalOptions.NONE), unique);
  }

  private static void addGit(ReferenceGraphs all) {
    all.add("git", Sources.git("https://github.com/moby/buildkit.git", GitOptions.NONE));
    GitOptions options =
        GitOptions.builder()
            .ref("v1")
            .subdir("sub/dir")
            .keepGitDir(true)
            .authTokenSecret("tok")
            .authHeaderSecret("head")
            .requireAuth(true)
            .checksum("abc")
            .skipSubmodules(true)
            .mtime("commit")
            .fetchByCommit(true)
            .checkoutBundle(true)
            .bundle("oci-layout+blob://x@" + DIGEST)
            .bundleStore(STORE)
            .build();
    all.add("git-options", Sources.git("https://user@github.com:444/moby/buildkit.git?q=1#frag", options));
    GitOptions ssh =
        GitOptions.builder().ref("main").knownSshHosts("github.com key\n").mountSshSock("agent").build();
    all.add("git-ssh", Sources.git("git@github.com:moby/buildkit.git", ssh));
    GitOptions sshUrl = GitOptions.builder().subdir("sub").knownSshHosts("k\n").build();
    all.add("git-ssh-url", Sources.git("ssh://git@host.example:22/moby/../buildkit%20x.git", sshUrl));
    GitOptions ref = GitOptions.builder().ref("x").build();
    all.add("git-no-protocol", Sources.git("github.com/moby/buildkit", ref));
    all.add("git-bad-protocol", Sources.git("ftp://github.com/moby/buildkit", ref));
  }

  private static void addHttp(ReferenceGraphs all) {
    all.add("http", Sources.http("https://example.com/x", HttpOptions.NONE));
    HttpOptions options =
        HttpOptions.NONE
            .withChecksum(DIGEST)
            .withFile(new FileInfo("n", 0755, 3, 0))
            .withAuthHeaderSecret("s")
            .withHeader(new HttpOptions.Header("a/b", "ua"))
            .withSignature(new HttpOptions.Signature("pk", "sig"));
    all.add("http-options", Sources.http("http://example.com/x", options));
  }
}

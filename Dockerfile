# The frontend image: what "# syntax=" names, so that stock tools build with Strake.
#
# With a network:     ./strake build -t strake/dockerfile -o type=oci,dest=frontend.tar .
# Without:            the stage "jars" and the JDK's image are given as named contexts; docs/frontend-image.md tells how.

FROM --platform=$BUILDPLATFORM docker.io/library/maven:3-eclipse-temurin-25 AS jars
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -DskipTests package && mv buildctl-bridge/target /target

FROM docker.io/library/eclipse-temurin:25-jdk AS jdk

# One module of what the frontend needs, the same for all architectures.
FROM --platform=$BUILDPLATFORM docker.io/library/eclipse-temurin:25-jdk AS classes
COPY --from=jars /target/strake.jar /jars/
COPY --from=jars /target/lib /jars/lib
COPY buildctl-bridge/src/main/aot/PlainCallSites.java /tools/
WORKDIR /classes
RUN <<EOF
set -eu
for jar in /jars/lib/aircompressor-*.jar /jars/lib/antlr4-runtime-*.jar /jars/lib/failureaccess-*.jar \
  /jars/lib/grpc-api-*.jar /jars/lib/grpc-protobuf-lite-*.jar /jars/lib/grpc-stub-*.jar /jars/lib/guava-*.jar \
  /jars/lib/jspecify-*.jar /jars/lib/protobuf-javalite-*.jar /jars/lib/strake-*.jar /jars/lib/xz-*.jar; do
  /opt/java/openjdk/bin/jar --extract --file "$jar"
done
/opt/java/openjdk/bin/jar --extract --file /jars/strake.jar dev/strake/bridge/error dev/strake/bridge/gateway \
  dev/strake/bridge/http2 dev/strake/bridge/proto
rm -rf META-INF/maven META-INF/proguard META-INF/versions META-INF/MANIFEST.MF module-info.class
# The class cache holds none of the classes that the JVM writes for switches over types and for records.
/opt/java/openjdk/bin/java /tools/PlainCallSites.java /classes
# A class that is missing would be found out by some user's build.
if /opt/java/openjdk/bin/jdeps --missing-deps /classes | grep '^ *dev\.strake\..*not found'; then exit 1; fi
echo 'module strake.frontend { requires java.logging; requires jdk.unsupported; }' >/tools/module-info.java
/opt/java/openjdk/bin/javac -d /classes /tools/module-info.java
mkdir /out
/opt/java/openjdk/bin/jar --create --no-compress --date 2020-01-01T00:00:00Z --file /out/frontend.jar -C /classes .
EOF

# The runtime with the frontend linked into it, and the few libraries of the system that it needs. On a class path the
# frontend would cost every build a fifth more: the first logger looks there for services, which opens the jar and reads
# its list of files.
FROM jdk AS runtime
ARG ROOT=/layout/opt/strake
RUN --mount=from=classes,source=/out,target=/modules <<EOF
set -eu
/opt/java/openjdk/bin/jlink --module-path /modules --add-modules strake.frontend --strip-java-debug-attributes \
  --no-header-files --no-man-pages --output /runtime
cd /runtime
rm -f bin/keytool lib/classlist lib/jexec lib/jrt-fs.jar lib/libjsig.so lib/server/libjsig.so
# Read in every run, and nine tenths of them are comments.
sed -i '/^#/d; /^ *$/d' conf/security/java.security conf/logging.properties
mkdir -p $ROOT
cp -a bin conf legal lib release $ROOT
# Most builds end before compiled code has paid for its compiler: the simple compiler alone, late, and without a profile
# of the training run, which would have it compile at once all that it compiled there. The cache is mapped where it was
# written, for moving it touches every page.
cat > $ROOT/frontend.args <<ARGS
-XX:TieredStopAtLevel=1
-XX:CompileThresholdScaling=8
-XX:+UnlockDiagnosticVMOptions
-XX:-AOTRecordTraining
-XX:-AOTReplayTraining
-XX:ArchiveRelocationMode=0
-XX:+UseSerialGC
-XX:-UsePerfData
-Xlog:disable
-Xlog:all=error:stderr
--sun-misc-unsafe-memory-access=allow
-m strake.frontend/dev.strake.bridge.gateway.GatewayRunner
ARGS
# The loader itself tells what it would load.
for library in lib/libjli.so lib/libjava.so lib/libzip.so lib/libnio.so lib/server/libjvm.so; do
  LD_TRACE_LOADED_OBJECTS=1 LD_LIBRARY_PATH=$PWD/lib:$PWD/lib/server LD_PRELOAD=$PWD/$library bin/java
done | sed -n 's|^.*[[:blank:]]\(/[^ ]*\) (0x[0-9a-f]*)$|\1|p' | sort -u | while read -r path; do
  case $path in
    /runtime/*) ;;
    *) mkdir -p "/layout${path%/*}"; cp -L "$path" "/layout$path" ;;
  esac
done
chmod -R a+rX,go-w /layout
find /layout -exec touch -h -d @1577836800 {} +
EOF

# The image as it will be, in which its own program is run once, to write down what it loads. The cache is good for
# these very files only, so it is made anew whenever one of them changes.
FROM scratch AS layout
ENV LC_ALL=C.UTF-8
COPY --from=runtime /layout /
RUN --mount=from=jdk,source=/opt/java/openjdk,target=/mnt/jdk --mount=from=classes,source=/jars,target=/mnt/jars \
  --network=none \
  ["/mnt/jdk/bin/java", "-Dio.netty.transport.noNative=true", "--sun-misc-unsafe-memory-access=allow", \
   "--enable-native-access=ALL-UNNAMED", "-cp", "/mnt/jars/strake.jar", "dev.strake.bridge.training.TrainingRun", \
   "/opt/strake/bin/java", "-XX:AOTCacheOutput=/opt/strake/frontend.aot", "@/opt/strake/frontend.args"]
# Fails where the cache would not be used.
RUN --network=none ["/opt/strake/bin/java", "-XX:AOTMode=on", "-XX:AOTCache=/opt/strake/frontend.aot", "--dry-run", \
  "@/opt/strake/frontend.args"]

FROM scratch
COPY --from=layout --parents /lib* /opt /
ENV LC_ALL=C.UTF-8
USER 65534:65534
LABEL moby.buildkit.frontend.network.none="true" \
  moby.buildkit.frontend.caps="moby.buildkit.frontend.inputs,moby.buildkit.frontend.subrequests,moby.buildkit.frontend.contexts,moby.buildkit.frontend.gitquerystring" \
  org.opencontainers.image.title="Strake" \
  org.opencontainers.image.description="A BuildKit frontend for Dockerfiles, on the JVM"
ENTRYPOINT ["/opt/strake/bin/java", "-XX:AOTCache=/opt/strake/frontend.aot", "@/opt/strake/frontend.args"]

package dev.strake.bridge.control;

import dev.strake.bridge.proto.worker.BuildkitVersion;
import dev.strake.bridge.proto.worker.GCPolicy;
import dev.strake.llb.Platform;

/** From the protocol's records to this package's. */
final class WireRecords {

  private WireRecords() {}

  static DaemonInfo info(BuildkitVersion version) {
    return new DaemonInfo(
        version.getPackage(), version.getVersion(), version.getRevision(), version.getDockerfileVersion());
  }

  static WorkerRecord worker(dev.strake.bridge.proto.worker.WorkerRecord record) {
    return new WorkerRecord(
        record.getId(),
        record.getLabelsMap(),
        record.getPlatformsList().stream().map(WireRecords::platform).toList(),
        record.getGcPolicyList().stream().map(WireRecords::policy).toList(),
        info(record.getBuildkitVersion()));
  }

  private static Platform platform(dev.strake.llb.pb.Platform platform) {
    return new Platform(
        platform.getOS(),
        platform.getArchitecture(),
        platform.getVariant(),
        platform.getOSVersion(),
        platform.getOSFeaturesList());
  }

  private static WorkerRecord.GcPolicy policy(GCPolicy policy) {
    return new WorkerRecord.GcPolicy(
        policy.getAll(),
        policy.getKeepDuration(),
        policy.getFiltersList(),
        policy.getReservedSpace(),
        policy.getMaxUsedSpace(),
        policy.getMinFreeSpace());
  }
}

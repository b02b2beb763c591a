package dev.strake.bridge.control;

import com.google.protobuf.Timestamp;
import dev.strake.bridge.proto.worker.BuildkitVersion;
import dev.strake.bridge.proto.worker.CDIDevice;
import dev.strake.bridge.proto.worker.GCPolicy;
import dev.strake.llb.Platform;
import java.time.Instant;
import java.util.Optional;

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
        info(record.getBuildkitVersion()),
        record.getCdiDevicesList().stream().map(WireRecords::device).toList());
  }

  private static WorkerRecord.CdiDevice device(CDIDevice device) {
    return new WorkerRecord.CdiDevice(
        device.getName(), device.getAutoAllow(), device.getAnnotationsMap(), device.getOnDemand());
  }

  static UsageRecord usage(dev.strake.bridge.proto.control.UsageRecord record) {
    return new UsageRecord(
        record.getId(),
        record.getMutable(),
        record.getInUse(),
        record.getSize(),
        record.getParentsList(),
        record.hasCreatedAt() ? Optional.of(instant(record.getCreatedAt())) : Optional.empty(),
        record.hasLastUsedAt() ? Optional.of(instant(record.getLastUsedAt())) : Optional.empty(),
        record.getUsageCount(),
        record.getDescription(),
        record.getRecordType(),
        record.getShared());
  }

  static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
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

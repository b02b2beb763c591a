package dev.strake.bridge.buildctl;

import dev.strake.bridge.control.DaemonInfo;
import dev.strake.bridge.control.UsageRecord;
import dev.strake.bridge.control.WorkerRecord;
import dev.strake.llb.Platform;
import dev.strake.llb.go.GoDuration;
import dev.strake.llb.go.template.GoValue;
import dev.strake.llb.go.template.GoValue.Field;
import java.time.Instant;
import java.util.List;

/** The client's records as templates and JSON see them. */
final class GoRecords {

  private GoRecords() {}

  static GoValue info(DaemonInfo info) {
    return new GoValue.Struct("*client.Info", List.of(Field.of("BuildkitVersion", "buildkitVersion", version(info))));
  }

  private static GoValue version(DaemonInfo info) {
    return new GoValue.Struct(
        "client.BuildkitVersion",
        List.of(
            Field.of("Package", "package", GoValue.of(info.packageName())),
            Field.of("Version", "version", GoValue.of(info.version())),
            Field.of("Revision", "revision", GoValue.of(info.revision())),
            Field.optional("DockerfileVersion", "dockerfileVersion", GoValue.of(info.dockerfileVersion()))));
  }

  static GoValue workers(List<WorkerRecord> workers) {
    return new GoValue.Slice(
        "[]*client.WorkerInfo", workers.stream().map(GoRecords::worker).toList(), workers.isEmpty());
  }

  private static GoValue worker(WorkerRecord worker) {
    return new GoValue.Struct(
        "*client.WorkerInfo",
        List.of(
            Field.of("ID", "id", GoValue.of(worker.id())),
            Field.of("Labels", "labels", GoValue.texts(worker.labels())),
            Field.of("Platforms", "platforms", platforms(worker.platforms())),
            Field.of("GCPolicy", "gcPolicy", policies(worker.gcPolicy())),
            Field.of("BuildkitVersion", "buildkitVersion", version(worker.version())),
            Field.of("CDIDevices", "cdiDevices", devices(worker.cdiDevices()))));
  }

  private static GoValue platforms(List<Platform> platforms) {
    return new GoValue.Slice("[]v1.Platform", platforms.stream().map(GoRecords::platform).toList(), false);
  }

  private static GoValue platform(Platform platform) {
    return new GoValue.Struct(
        "v1.Platform",
        List.of(
            Field.of("Architecture", "architecture", GoValue.of(platform.architecture())),
            Field.of("OS", "os", GoValue.of(platform.os())),
            Field.optional("OSVersion", "os.version", GoValue.of(platform.osVersion())),
            Field.optional("OSFeatures", "os.features", GoValue.texts(platform.osFeatures())),
            Field.optional("Variant", "variant", GoValue.of(platform.variant()))));
  }

  private static GoValue policies(List<WorkerRecord.GcPolicy> policies) {
    return new GoValue.Slice("[]client.PruneInfo", policies.stream().map(GoRecords::policy).toList(), false);
  }

  private static GoValue policy(WorkerRecord.GcPolicy policy) {
    return new GoValue.Struct(
        "client.PruneInfo",
        List.of(
            Field.of("All", "all", GoValue.of(policy.all())),
            Field.of("Filter", "filter", GoValue.texts(policy.filters())),
            Field.of("KeepDuration", "keepDuration", duration(policy.keepDurationNanos())),
            Field.of("ReservedSpace", "reservedSpace", GoValue.of(policy.reservedSpace())),
            Field.of("MaxUsedSpace", "maxUsedSpace", GoValue.of(policy.maxUsedSpace())),
            Field.of("MinFreeSpace", "minFreeSpace", GoValue.of(policy.minFreeSpace()))));
  }

  private static GoValue duration(long nanos) {
    return new GoValue.Enumerated("time.Duration", GoDuration.format(nanos), nanos);
  }

  private static GoValue devices(List<WorkerRecord.CdiDevice> devices) {
    return new GoValue.Slice("[]client.CDIDevice", devices.stream().map(GoRecords::device).toList(), devices.isEmpty());
  }

  private static GoValue device(WorkerRecord.CdiDevice device) {
    return new GoValue.Struct(
        "client.CDIDevice",
        List.of(
            Field.of("Name", "name", GoValue.of(device.name())),
            Field.of("AutoAllow", "autoAllow", GoValue.of(device.autoAllow())),
            Field.of("Annotations", "annotations", GoValue.texts(device.annotations())),
            Field.of("OnDemand", "onDemand", GoValue.of(device.onDemand()))));
  }

  static GoValue usages(List<UsageRecord> records) {
    return new GoValue.Slice(
        "[]*client.UsageInfo", records.stream().map(GoRecords::usage).toList(), records.isEmpty());
  }

  static GoValue usage(UsageRecord record) {
    return new GoValue.Struct(
        "*client.UsageInfo",
        List.of(
            Field.of("ID", "id", GoValue.of(record.id())),
            Field.of("Mutable", "mutable", GoValue.of(record.mutable())),
            Field.of("InUse", "inUse", GoValue.of(record.inUse())),
            Field.of("Size", "size", GoValue.of(record.size())),
            Field.of("CreatedAt", "createdAt", new GoValue.Time(record.createdAt().orElse(Instant.EPOCH))),
            Field.of("LastUsedAt", "lastUsedAt", GoValue.time(record.lastUsedAt())),
            Field.of("UsageCount", "usageCount", GoValue.of(record.usageCount())),
            Field.of("Parents", "parents", GoValue.texts(record.parents())),
            Field.of("Description", "description", GoValue.of(record.description())),
            Field.of("RecordType", "recordType", GoValue.of(record.recordType())),
            Field.of("Shared", "shared", GoValue.of(record.shared()))));
  }
}

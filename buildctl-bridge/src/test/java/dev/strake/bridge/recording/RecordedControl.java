package dev.strake.bridge.recording;

import dev.strake.bridge.proto.control.BuildHistoryEvent;
import dev.strake.bridge.proto.control.BuildHistoryRequest;
import dev.strake.bridge.proto.control.BytesMessage;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.proto.control.DiskUsageRequest;
import dev.strake.bridge.proto.control.DiskUsageResponse;
import dev.strake.bridge.proto.control.InfoRequest;
import dev.strake.bridge.proto.control.InfoResponse;
import dev.strake.bridge.proto.control.ListWorkersRequest;
import dev.strake.bridge.proto.control.ListWorkersResponse;
import dev.strake.bridge.proto.control.PruneRequest;
import dev.strake.bridge.proto.control.SolveRequest;
import dev.strake.bridge.proto.control.SolveResponse;
import dev.strake.bridge.proto.control.StatusRequest;
import dev.strake.bridge.proto.control.StatusResponse;
import dev.strake.bridge.proto.control.UpdateBuildHistoryRequest;
import dev.strake.bridge.proto.control.UpdateBuildHistoryResponse;
import dev.strake.bridge.proto.control.UsageRecord;
import dev.strake.bridge.proto.gateway.ReturnRequest;
import dev.strake.bridge.testing.SessionEnd;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The control service of a daemon that has always the same to tell. A build visits each service of the client's session
 * and then is what the client's build function has returned.
 */
final class RecordedControl extends ControlGrpc.ControlImplBase {

  /** What is not there, by whatever name it is asked for. */
  static final String NOTHING = "nothing";

  /** A filter, or a build, for which the daemon fails. */
  private static final String FAILS = "fails";

  private static final long PATIENCE_SECONDS = 20;

  private final Recording recording;
  private final EventLoopGroup loop;
  private final Map<String, StatusReplay> replays;
  private final CompletableFuture<SessionVisit> session = new CompletableFuture<>();
  private final CompletableFuture<ReturnRequest> returned = new CompletableFuture<>();
  private final CompletableFuture<Void> solved = new CompletableFuture<>();

  /**
   * A control service.
   *
   * @param replays builds of the history whose progress is played again, by their ids
   */
  RecordedControl(Recording recording, EventLoopGroup loop, Map<String, StatusReplay> replays) {
    this.recording = recording;
    this.loop = loop;
    this.replays = replays;
  }

  /** Takes what the client's build function gives back. */
  void returned(ReturnRequest result) {
    returned.complete(result);
  }

  @Override
  public StreamObserver<BytesMessage> session(StreamObserver<BytesMessage> toClient) {
    SessionEnd end = new SessionEnd(loop, toClient);
    session.complete(new SessionVisit(end.services(), Recording.currentHeaders(), recording));
    return end;
  }

  @Override
  public void solve(SolveRequest request, StreamObserver<SolveResponse> answer) {
    try {
      session.get(PATIENCE_SECONDS, TimeUnit.SECONDS).visit(request);
      ReturnRequest result = returned.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (result.hasError()) {
        throw Status.fromCodeValue(result.getError().getCode())
            .withDescription(result.getError().getMessage())
            .asException();
      }
      give(answer, Answers.solved());
    } catch (StatusException e) {
      answer.onError(e);
    } catch (ExecutionException | TimeoutException e) {
      answer.onError(Status.ABORTED.withDescription("the client does not go on: " + e).asException());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.onError(Status.CANCELLED.asException());
    } finally {
      solved.complete(null);
    }
  }

  @Override
  public void status(StatusRequest request, StreamObserver<StatusResponse> answer) {
    if (request.getRef().equals(NOTHING)) {
      answer.onError(Status.NOT_FOUND.withDescription("no such build").asException());
      return;
    }
    if (replays.containsKey(request.getRef())) {
      replays.get(request.getRef()).play(answer);
      return;
    }
    Answers.progress().forEach(answer::onNext);
    if (request.getRef().equals(Answers.FINISHED)) {
      answer.onCompleted();
    } else {
      solved.thenRun(answer::onCompleted);
    }
  }

  @Override
  public void info(InfoRequest request, StreamObserver<InfoResponse> answer) {
    give(answer, Answers.info());
  }

  @Override
  public void listWorkers(ListWorkersRequest request, StreamObserver<ListWorkersResponse> answer) {
    giveUnlessFails(request.getFilterList(), answer, List.of(Answers.workers()));
  }

  @Override
  public void diskUsage(DiskUsageRequest request, StreamObserver<DiskUsageResponse> answer) {
    DiskUsageResponse all = DiskUsageResponse.newBuilder().addAllRecord(Answers.usage()).build();
    giveUnlessFails(request.getFilterList(), answer, List.of(all));
  }

  @Override
  public void prune(PruneRequest request, StreamObserver<UsageRecord> answer) {
    giveUnlessFails(request.getFilterList(), answer, Answers.usage());
  }

  @Override
  public void listenBuildHistory(BuildHistoryRequest request, StreamObserver<BuildHistoryEvent> answer) {
    List<BuildHistoryEvent> events = request.getRef().equals(NOTHING) ? List.of() : Answers.history();
    giveUnlessFails(List.of(request.getRef()), answer, events);
  }

  @Override
  public void updateBuildHistory(
      UpdateBuildHistoryRequest request, StreamObserver<UpdateBuildHistoryResponse> answer) {
    if (request.getRef().equals(Answers.STUBBORN)) {
      answer.onError(Status.FAILED_PRECONDITION.withDescription("it is still needed").asException());
    } else {
      give(answer, UpdateBuildHistoryResponse.getDefaultInstance());
    }
  }

  private static <T> void giveUnlessFails(List<String> asked, StreamObserver<T> observer, List<T> answers) {
    if (asked.contains(FAILS)) {
      observer.onError(Status.INVALID_ARGUMENT.withDescription("that cannot be").asException());
    } else {
      give(observer, answers);
    }
  }

  private static <T> void give(StreamObserver<T> observer, T answer) {
    give(observer, List.of(answer));
  }

  private static <T> void give(StreamObserver<T> observer, List<T> answers) {
    answers.forEach(observer::onNext);
    observer.onCompleted();
  }
}

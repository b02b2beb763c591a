// The reference frontend, unchanged, in a build that another program runs, on a daemon that seems to lack capabilities:
//
//	reference ADDRESS BUILD SESSION CAPABILITY...
//
// Reads SolveRequest messages of the gateway, each with its length in front, and runs the frontend with the options of
// each. Writes the ReturnRequest that the frontend ends with, in the same form.
package main

import (
	"bufio"
	"context"
	"io"
	"log"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/moby/buildkit/client"
	"github.com/moby/buildkit/frontend/dockerfile/builder"
	gateway "github.com/moby/buildkit/frontend/gateway/client"
	"github.com/moby/buildkit/frontend/gateway/grpcclient"
	pb "github.com/moby/buildkit/frontend/gateway/pb"
	capspb "github.com/moby/buildkit/util/apicaps/pb"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/encoding/protodelim"
)

// olderDaemon passes all calls on but the two that a frontend's run begins and ends with.
type olderDaemon struct {
	pb.LLBBridgeClient
	missing []string
}

func (d olderDaemon) Ping(ctx context.Context, in *pb.PingRequest, opts ...grpc.CallOption) (*pb.PongResponse, error) {
	pong, err := d.LLBBridgeClient.Ping(ctx, in, opts...)
	if err == nil {
		pong.LLBCaps = slices.DeleteFunc(pong.LLBCaps, func(c *capspb.APICap) bool { return slices.Contains(d.missing, c.ID) })
	}
	return pong, err
}

func (d olderDaemon) Return(_ context.Context, in *pb.ReturnRequest, _ ...grpc.CallOption) (*pb.ReturnResponse, error) {
	_, err := protodelim.MarshalTo(os.Stdout, in)
	if err != nil && in.Error != nil {
		// Bytes that are not UTF-8: a daemon's answer, too, has no details then.
		in.Error.Message, in.Error.Details = strings.ToValidUTF8(in.Error.Message, "\uFFFD"), nil
		_, err = protodelim.MarshalTo(os.Stdout, in)
	}
	return &pb.ReturnResponse{}, err
}

func workers(ctx context.Context, c *client.Client) ([]gateway.WorkerInfo, error) {
	all, err := c.ListWorkers(ctx)
	var infos []gateway.WorkerInfo
	for _, w := range all {
		infos = append(infos, gateway.WorkerInfo{ID: w.ID, Labels: w.Labels, Platforms: w.Platforms})
	}
	return infos, err
}

func run(ctx context.Context, address, build, session string, missing []string) error {
	c, err := client.New(ctx, address)
	if err != nil {
		return err
	}
	infos, err := workers(ctx, c)
	if err != nil {
		return err
	}
	daemon := olderDaemon{c.GatewayClientForBuild(build), missing}
	in := bufio.NewReader(os.Stdin)
	for {
		request := &pb.SolveRequest{}
		if err := protodelim.UnmarshalFrom(in, request); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		g, err := grpcclient.New(ctx, request.FrontendOpt, session, "", daemon, infos)
		if err != nil {
			return err
		}
		// The error is in what the frontend returns.
		_ = g.Run(ctx, buildOrEnd)
	}
}

// buildOrEnd ends the program where the frontend panics: else an empty result would be returned on the panic's way out.
func buildOrEnd(ctx context.Context, c gateway.Client) (*gateway.Result, error) {
	defer func() {
		if cause := recover(); cause != nil {
			log.Fatalf("panic: %v\n%s", cause, debug.Stack())
		}
	}()
	return builder.Build(ctx, c)
}

func main() {
	if err := run(context.Background(), os.Args[1], os.Args[2], os.Args[3], os.Args[4:]); err != nil {
		log.Fatal(err)
	}
}

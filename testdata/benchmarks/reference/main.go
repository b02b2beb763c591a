// Command reference measures the public packages of moby/buildkit's own Dockerfile frontend, in the same terms in which
// Strake's CorpusBenchmark measures Strake: CPU seconds and allocated bytes, of one thread, hot.
//
//	reference parse|compile SECONDS FILE...      files per CPU second over all files, again and again
//	reference each SECONDS FILE...               CPU time of compiling each file once it is warm
package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerui"
	"github.com/moby/buildkit/solver/pb"
	digest "github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
)

// Every image is this one. Its root file system has one layer, so that it is not taken for scratch.
const imageConfig = `{"architecture":"amd64","os":"linux","config":{"Env":["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],` +
	`"Cmd":["/bin/sh"]},"rootfs":{"type":"layers","diff_ids":["sha256:1111111111111111111111111111111111111111111111111111111111111111"]}}`

type oneImage struct{}

func (oneImage) ResolveImageConfig(_ context.Context, ref string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	return ref, "sha256:2222222222222222222222222222222222222222222222222222222222222222", []byte(imageConfig), nil
}

func parse(dt []byte) error {
	_, err := parser.Parse(bytes.NewReader(dt))
	return err
}

func compile(dt []byte) error {
	caps := pb.Caps.CapSet(pb.Caps.All())
	platform := ocispecs.Platform{OS: "linux", Architecture: "amd64"}
	res, err := dockerfile2llb.Dockerfile2LLB(context.Background(), dt, dockerfile2llb.ConvertOpt{
		Config:       dockerui.Config{BuildPlatforms: []ocispecs.Platform{platform}},
		MetaResolver: oneImage{},
		LLBCaps:      &caps,
		SourceMap:    llb.NewSourceMap(nil, "Dockerfile", "Dockerfile", dt),
	})
	if err != nil {
		return err
	}
	_, err = res.State.Marshal(context.Background())
	return err
}

func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// throughput works through all files again and again: first for a warm-up, then until the time is over.
func throughput(work func([]byte) error, files [][]byte, budget time.Duration) {
	for end := time.Now().Add(budget / 3); time.Now().Before(end); {
		for _, f := range files {
			_ = work(f)
		}
	}
	done, failed, bytesBefore, before := 0, 0, allocated(), cpu()
	for end := time.Now().Add(budget); time.Now().Before(end); {
		for _, f := range files {
			if work(f) != nil {
				failed++
			}
			done++
		}
	}
	spent, bytesSpent := cpu()-before, allocated()-bytesBefore
	fmt.Printf("%.0f files per CPU second, %.1f KiB allocated per file, %d files of which %.1f%% refused\n",
		float64(done)/spent.Seconds(), float64(bytesSpent)/1024/float64(done), done, 100*float64(failed)/float64(done))
}

// each measures one file after the other: the best of as many runs as fit, at least one.
func each(names []string, files [][]byte, budget time.Duration) {
	for i, f := range files {
		best := time.Duration(1<<63 - 1)
		for end := time.Now().Add(budget); ; {
			before := cpu()
			err := compile(f)
			if spent := cpu() - before; spent < best {
				best = spent
			}
			if err != nil {
				fmt.Printf("%s: refused: %v\n", names[i], err)
				break
			}
			if time.Now().After(end) {
				fmt.Printf("%s %.2f ms\n", names[i], float64(best.Microseconds())/1000)
				break
			}
		}
	}
}

// arguments replaces @FILE by that file's lines.
func arguments(args []string) (names []string) {
	for _, a := range args {
		list, ok := strings.CutPrefix(a, "@")
		if !ok {
			names = append(names, a)
			continue
		}
		f, err := os.Open(list)
		if err != nil {
			fail(err)
		}
		for s := bufio.NewScanner(f); s.Scan(); {
			names = append(names, s.Text())
		}
		f.Close()
	}
	return names
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "reference:", err)
	os.Exit(1)
}

func main() {
	if len(os.Args) < 4 {
		fail(fmt.Errorf("usage: reference parse|compile|each SECONDS FILE|@LIST..."))
	}
	runtime.GOMAXPROCS(1)
	seconds, err := strconv.ParseFloat(os.Args[2], 64)
	if err != nil {
		fail(err)
	}
	budget := time.Duration(seconds * float64(time.Second))
	names := arguments(os.Args[3:])
	var files [][]byte
	for _, n := range names {
		dt, err := os.ReadFile(n)
		if err != nil {
			fail(err)
		}
		files = append(files, dt)
	}
	switch os.Args[1] {
	case "parse":
		throughput(parse, files, budget)
	case "compile":
		throughput(compile, files, budget)
	case "each":
		each(names, files, budget)
	default:
		fail(fmt.Errorf("unknown measurement %q", os.Args[1]))
	}
}

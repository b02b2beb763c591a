// What the reference frontend asks a daemon for, and what it answers, for a call that a file describes. Prints the
// transcript that the tests of module frontend compare theirs with:
//
//	go run . ../basic/call.txt > ../basic/transcript.txt
//
// Without a file it answers one call after the other, see serve.go.
package main

import (
	"bufio"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/containerd/platforms"
	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/builder"
	"github.com/moby/buildkit/frontend/gateway/client"
	gwpb "github.com/moby/buildkit/frontend/gateway/pb"
	"github.com/moby/buildkit/solver/errdefs"
	"github.com/moby/buildkit/solver/pb"
	"github.com/moby/buildkit/util/imageutil"
	digest "github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
	fstypes "github.com/tonistiigi/fsutil/types"
)

type fake struct {
	mu      sync.Mutex
	opts    map[string]string
	files   map[string]map[string]string
	image   func(ref, platform string) (string, error)
	inputs  map[string]llb.State
	undated []string
	convert map[string]string
	gw      []string
	llbc    []string
	log     []string
}

func (f *fake) add(s string) { f.mu.Lock(); f.log = append(f.log, s); f.mu.Unlock() }

func plat(p *ocispecs.Platform) string {
	if p == nil {
		return "-"
	}
	return platforms.FormatAll(*p)
}

func smap(m map[string]string) string {
	var ks []string
	for k := range m {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	var out []string
	for _, k := range ks {
		out = append(out, fmt.Sprintf("%s=%q", k, m[k]))
	}
	return "{" + strings.Join(out, ",") + "}"
}

func defText(d *pb.Definition) string {
	var b strings.Builder
	if d == nil {
		return "  nil\n"
	}
	for _, dt := range d.Def {
		dg := digest.FromBytes(dt)
		md := d.Metadata[string(dg)]
		var caps []string
		for c, ok := range md.GetCaps() {
			if ok {
				caps = append(caps, c)
			}
		}
		sort.Strings(caps)
		var op pb.Op
		if err := op.UnmarshalVT(dt); err != nil {
			panic(err)
		}
		if s := op.GetSource(); s != nil {
			fmt.Fprintf(&b, "  from %s %s\n", s.Identifier, smap(s.Attrs))
		}
		fmt.Fprintf(&b, "  op %s ignore=%v caps=%s desc=%s\n", dg, md.GetIgnoreCache(), strings.Join(caps, ","), smap(md.GetDescription()))
	}
	if d.Source != nil {
		for _, i := range d.Source.Infos {
			n := -1
			if i.Definition != nil {
				n = len(i.Definition.Def)
			}
			fmt.Fprintf(&b, "  source %s %s %d bytes, definition of %d ops\n", i.Filename, i.Language, len(i.Data), n)
		}
		var ks []string
		for k := range d.Source.Locations {
			ks = append(ks, k)
		}
		sort.Strings(ks)
		for _, k := range ks {
			for _, l := range d.Source.Locations[k].Locations {
				fmt.Fprintf(&b, "  at %s %d:%s\n", k, l.SourceIndex, ranges(l.Ranges))
			}
		}
	}
	return b.String()
}

func ranges(rs []*pb.Range) string {
	var out []string
	for _, r := range rs {
		out = append(out, fmt.Sprintf("%d-%d", r.Start.Line, r.End.Line))
	}
	return strings.Join(out, ",")
}

type ref struct {
	f     *fake
	id    string
	files map[string]string
}

func (r *ref) ToState() (llb.State, error)        { return llb.Scratch(), nil }
func (r *ref) Evaluate(ctx context.Context) error { return nil }
func (r *ref) ReadFile(ctx context.Context, req client.ReadRequest) ([]byte, error) {
	rg := ""
	if req.Range != nil {
		rg = fmt.Sprintf(" %d+%d", req.Range.Offset, req.Range.Length)
	}
	r.f.add("READ " + req.Filename + rg + "\n")
	c, ok := r.files[strings.TrimPrefix(req.Filename, "/")]
	if !ok {
		return nil, fmt.Errorf("open %s: no such file or directory", req.Filename)
	}
	return []byte(c), nil
}
func (r *ref) StatFile(ctx context.Context, req client.StatRequest) (*fstypes.Stat, error) {
	return nil, errors.New("stat")
}
func (r *ref) ReadDir(ctx context.Context, req client.ReadDirRequest) ([]*fstypes.Stat, error) {
	return nil, errors.New("readdir")
}

func (f *fake) Solve(ctx context.Context, req client.SolveRequest) (*client.Result, error) {
	if req.Frontend != "" {
		var ins []string
		for k := range req.FrontendInputs {
			ins = append(ins, k)
		}
		sort.Strings(ins)
		f.add(fmt.Sprintf("FRONTEND %s %s inputs=%s\n", req.Frontend, smap(req.FrontendOpt), strings.Join(ins, ",")))
		return nil, errors.New("frontend refused")
	}
	var imports []string
	for _, i := range req.CacheImports {
		imports = append(imports, i.Type+smap(i.Attrs))
	}
	f.add(fmt.Sprintf("SOLVE evaluate=%v imports=%s\n%s", req.Evaluate, strings.Join(imports, ";"), defText(req.Definition)))
	res := client.NewResult()
	if req.Definition == nil || len(req.Definition.Def) == 0 {
		return res, nil
	}
	files := map[string]string{}
	for _, dt := range req.Definition.Def {
		var op pb.Op
		if err := op.UnmarshalVT(dt); err != nil {
			return nil, err
		}
		if s := op.GetSource(); s != nil {
			for id, tree := range f.files {
				if strings.HasPrefix(s.Identifier, id) {
					maps.Copy(files, tree)
				}
			}
		}
	}
	res.SetRef(&ref{f: f, files: files})
	return res, nil
}
func (f *fake) ResolveSourceMetadata(ctx context.Context, op *pb.SourceOp, opt sourceresolver.Opt) (*sourceresolver.MetaResponse, error) {
	co := opt.GitOpt != nil && opt.GitOpt.ReturnObject
	p, m := "-", ""
	if opt.ImageOpt != nil {
		p, m = plat(opt.ImageOpt.Platform), opt.ImageOpt.ResolveMode
	}
	f.add(fmt.Sprintf("META %s %s platform=%s mode=%s log=%q commit=%v\n", op.Identifier, smap(op.Attrs), p, m, opt.LogName, co))
	r := &sourceresolver.MetaResponse{Op: op}
	if strings.HasPrefix(op.Identifier, "git://") {
		r.Git = &sourceresolver.ResolveGitResponse{CommitObject: []byte("tree abc\nauthor A <a@b> 1600000000 +0000\ncommitter A <a@b> 1600000001 +0000\n\nmsg\n")}
	} else if strings.HasPrefix(op.Identifier, "http") {
		r.HTTP = &sourceresolver.ResolveHTTPResponse{}
		if !slices.ContainsFunc(f.undated, func(id string) bool { return strings.HasPrefix(op.Identifier, id) }) {
			t := time.Unix(1500000000, 0)
			r.HTTP.LastModified = &t
		}
	} else if cfg, err := f.image(strings.TrimPrefix(op.Identifier, "docker-image://"), p); err == nil {
		r.Image = &sourceresolver.ResolveImageResponse{Digest: digest.FromString(cfg), Config: []byte(cfg)}
	}
	return r, nil
}
func (f *fake) ResolveImageConfig(ctx context.Context, r string, opt sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	var p *ocispecs.Platform
	m, store := "", ""
	if opt.ImageOpt != nil {
		p, m = opt.ImageOpt.Platform, opt.ImageOpt.ResolveMode
	}
	if opt.OCILayoutOpt != nil {
		p = opt.OCILayoutOpt.Platform
		store = opt.OCILayoutOpt.Store.SessionID + "/" + opt.OCILayoutOpt.Store.StoreID
	}
	f.add(fmt.Sprintf("RESOLVE %s platform=%s mode=%s log=%q store=%s\n", r, plat(p), m, opt.LogName, store))
	if updated, ok := f.convert[r]; ok {
		return "", "", nil, &imageutil.ResolveToNonImageError{Ref: r, Updated: updated}
	}
	cfg, err := f.image(r, plat(p))
	if err != nil {
		return "", "", nil, err
	}
	return r, digest.FromString(cfg), []byte(cfg), nil
}
func (f *fake) BuildOpts() client.BuildOpts {
	amd := ocispecs.Platform{OS: "linux", Architecture: "amd64"}
	gc := gwpb.Caps.All()
	lc := pb.Caps.All()
	drop := func(name string, l []string) bool {
		for _, x := range l {
			if x == name {
				return true
			}
		}
		return false
	}
	for i := range gc {
		if drop(gc[i].ID, f.gw) {
			gc[i].Enabled = false
		}
	}
	for i := range lc {
		if drop(lc[i].ID, f.llbc) {
			lc[i].Enabled = false
		}
	}
	return client.BuildOpts{Opts: f.opts, SessionID: "session-1", Product: "", Workers: []client.WorkerInfo{{ID: "w", Platforms: []ocispecs.Platform{amd, {OS: "linux", Architecture: "arm64"}}}},
		LLBCaps: pb.Caps.CapSet(lc), Caps: gwpb.Caps.CapSet(gc)}
}
func (f *fake) Inputs(ctx context.Context) (map[string]llb.State, error) {
	return f.inputs, nil
}
func (f *fake) NewContainer(ctx context.Context, req client.NewContainerRequest) (client.Container, error) {
	return nil, errors.New("no")
}
func (f *fake) Warn(ctx context.Context, dgst digest.Digest, msg string, o client.WarnOpts) error {
	var d []string
	for _, x := range o.Detail {
		d = append(d, string(x))
	}
	n := -1
	if o.SourceInfo.Definition != nil {
		n = len(o.SourceInfo.Definition.Def)
	}
	f.add(fmt.Sprintf("WARN %s level=%d %q detail=%q url=%s source=%s/%s/%d/%d ranges=%s\n", dgst, o.Level, msg, d, o.URL, o.SourceInfo.Filename, o.SourceInfo.Language, len(o.SourceInfo.Data), n, ranges(o.Range)))
	return nil
}

func newFake() *fake {
	return &fake{opts: map[string]string{}, files: map[string]map[string]string{}, inputs: map[string]llb.State{}, convert: map[string]string{}}
}

func (f *fake) addFile(src, p, content string) {
	if f.files[src] == nil {
		f.files[src] = map[string]string{}
	}
	f.files[src][p] = content
}

func load(path string) *fake {
	f := newFake()
	images := map[string]string{}
	f.image = func(ref, _ string) (string, error) {
		if cfg, ok := images[ref]; ok {
			return cfg, nil
		}
		return "", fmt.Errorf("%s: not found", ref)
	}
	fh, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	sc := bufio.NewScanner(fh)
	var src, p string
	for sc.Scan() {
		l := sc.Text()
		if strings.HasPrefix(l, "|") {
			f.files[src][p] += l[1:] + "\n"
			continue
		}
		w := strings.SplitN(l, " ", 3)
		switch w[0] {
		case "option":
			// A value may hold "=", and so may the name of a context: that one is set off by blanks.
			text := strings.TrimPrefix(l, "option ")
			k, v, ok := strings.Cut(text, " = ")
			if !ok {
				k, v, _ = strings.Cut(text, "=")
			}
			f.opts[k] = v
		case "image":
			images[w[1]] = w[2]
		case "file":
			src, p = w[1], w[2]
			f.addFile(src, p, "")
		case "bytes":
			src, p = w[1], strings.Fields(w[2])[0]
			dt, err := hex.DecodeString(strings.Fields(w[2])[1])
			if err != nil {
				panic(err)
			}
			f.addFile(src, p, string(dt))
		case "convert":
			f.convert[w[1]] = w[2]
		case "undated":
			f.undated = append(f.undated, w[1])
		case "input":
			f.inputs[w[1]] = llb.Local("input-"+w[1], llb.SessionID("input"))
		case "nogateway":
			f.gw = append(f.gw, w[1])
		case "nollb":
			f.llbc = append(f.llbc, w[1])
		}
	}
	return f
}

// transcript is what the frontend asks and answers.
func (f *fake) transcript() string {
	var b strings.Builder
	res, err := builder.Build(context.Background(), f)
	sort.Strings(f.log)
	for _, l := range f.log {
		b.WriteString(l)
	}
	if err != nil {
		fmt.Fprintf(&b, "ERROR %s\n", err)
		for _, s := range errdefs.Sources(err) {
			fmt.Fprintf(&b, "  source %s %s\n", s.Info.Filename, ranges(s.Ranges))
		}
	} else if res == nil {
		b.WriteString("NO RESULT\n")
	} else {
		result(&b, res)
	}
	return b.String()
}

func result(b *strings.Builder, res *client.Result) {
	fmt.Fprintf(b, "RESULT single=%v", res.Ref != nil)
	var ks []string
	for k := range res.Refs {
		ks = append(ks, fmt.Sprintf("%s=%v", k, res.Refs[k] != nil))
	}
	sort.Strings(ks)
	fmt.Fprintf(b, " refs=%s\n", strings.Join(ks, ","))
	for _, k := range slices.Sorted(maps.Keys(res.Metadata)) {
		fmt.Fprintf(b, "METADATA %s %s\n", k, res.Metadata[k])
	}
	ks = nil
	for k, as := range res.Attestations {
		for _, a := range as {
			md := map[string]string{}
			for k, v := range a.Metadata {
				md[k] = string(v)
			}
			ks = append(ks, fmt.Sprintf("ATTEST %s kind=%d path=%q ref=%v type=%s metadata=%s subjects=%d\n", k, a.Kind, a.Path, a.Ref != nil, a.InToto.PredicateType, smap(md), len(a.InToto.Subjects)))
		}
	}
	sort.Strings(ks)
	b.WriteString(strings.Join(ks, ""))
}

func main() {
	if len(os.Args) < 2 {
		serve(os.Stdin, os.Stdout)
		return
	}
	fmt.Print(load(os.Args[1]).transcript())
}

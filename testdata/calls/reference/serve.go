package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"sync"
)

// A message is a list of texts: their number, then each with its length in front, as numbers of four bytes.
//
// A call comes as fields: "option" NAME VALUE, "file" SOURCE PATH CONTENT, "nollb" CAPABILITY. Its answer is "transcript"
// TEXT. Before that, "image" REFERENCE PLATFORM may ask for images: the answer is "config" JSON or "error" MESSAGE.
type peer struct {
	mu  sync.Mutex
	in  *bufio.Reader
	out *bufio.Writer
}

func (p *peer) number() int {
	var n uint32
	if err := binary.Read(p.in, binary.BigEndian, &n); err != nil {
		os.Exit(0)
	}
	return int(n)
}

func (p *peer) receive() []string {
	texts := make([]string, p.number())
	for i := range texts {
		text := make([]byte, p.number())
		if _, err := io.ReadFull(p.in, text); err != nil {
			panic(err)
		}
		texts[i] = string(text)
	}
	return texts
}

func (p *peer) send(texts ...string) {
	_ = binary.Write(p.out, binary.BigEndian, uint32(len(texts)))
	for _, text := range texts {
		_ = binary.Write(p.out, binary.BigEndian, uint32(len(text)))
		_, _ = p.out.WriteString(text)
	}
	if err := p.out.Flush(); err != nil {
		panic(err)
	}
}

func (p *peer) image(ref, platform string) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.send("image", ref, platform)
	answer := p.receive()
	if answer[0] == "error" {
		return "", errors.New(answer[1])
	}
	return answer[1], nil
}

func (p *peer) call() *fake {
	f := newFake()
	f.image = p.image
	for w := p.receive(); len(w) > 0; {
		switch w[0] {
		case "option":
			f.opts[w[1]] = w[2]
			w = w[3:]
		case "file":
			f.addFile(w[1], w[2], w[3])
			w = w[4:]
		case "nollb":
			f.llbc = append(f.llbc, w[1])
			w = w[2:]
		default:
			panic(w[0])
		}
	}
	return f
}

func serve(in io.Reader, out io.Writer) {
	p := &peer{in: bufio.NewReader(in), out: bufio.NewWriter(out)}
	for {
		p.send("transcript", p.call().transcript())
	}
}

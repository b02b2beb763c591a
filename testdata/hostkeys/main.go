// SSH servers with keys of several kinds on ports of the loopback interface, and what the reference's client side finds
// out about each: a line with the port, a blank and the server's line of known_hosts. Ends with its standard input.
package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"fmt"
	"io"
	"log"
	"net"
	"os"

	"github.com/moby/buildkit/util/sshutil"
	"golang.org/x/crypto/ssh"
)

func key(kind string) crypto.Signer {
	var (
		signer crypto.Signer
		err    error
	)
	switch kind {
	case "rsa":
		signer, err = rsa.GenerateKey(rand.Reader, 2048)
	case "p256":
		signer, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	case "p521":
		signer, err = ecdsa.GenerateKey(elliptic.P521(), rand.Reader)
	default:
		_, signer, err = ed25519.GenerateKey(rand.Reader)
	}
	if err != nil {
		log.Fatal(err)
	}
	return signer
}

func serve(kinds []string) net.Listener {
	config := &ssh.ServerConfig{NoClientAuth: true}
	for _, kind := range kinds {
		signer, err := ssh.NewSignerFromSigner(key(kind))
		if err != nil {
			log.Fatal(err)
		}
		config.AddHostKey(signer)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() { _, _, _, _ = ssh.NewServerConn(conn, config) }()
		}
	}()
	return listener
}

func main() {
	for _, kinds := range [][]string{
		{"ed25519"}, {"rsa"}, {"p256"}, {"p521"}, {"ed25519", "rsa"}, {"rsa", "p521", "ed25519"}, {"p521", "p256"},
	} {
		listener := serve(kinds)
		defer listener.Close()
		found, err := sshutil.SSHKeyScan(listener.Addr().String())
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(listener.Addr().(*net.TCPAddr).Port, found)
	}
	fmt.Println("ready")
	_, _ = io.Copy(io.Discard, os.Stdin)
}

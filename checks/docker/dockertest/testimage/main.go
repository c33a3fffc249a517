// Testimage is the one program in the images that tests make: it waits, listens
// and answers health checks, and needs no other file in its image.
package main

import (
	"fmt"
	"net"
	"os"
	"os/signal"
	"strconv"
	"syscall"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run understands: wait, listen ADDRESS, healthy, sick, exit CODE. Under
// another name, /usr/sbin/sshd, it does the same.
func run(args []string) error {
	switch {
	case len(args) == 1 && args[0] == "wait":
		wait()
		return nil
	case len(args) == 2 && args[0] == "listen":
		return listen(args[1])
	case len(args) == 1 && args[0] == "healthy":
		return nil
	case len(args) == 1 && args[0] == "sick":
		return fmt.Errorf("sick, as asked")
	case len(args) == 2 && args[0] == "exit":
		code, err := strconv.Atoi(args[1])
		if err == nil {
			os.Exit(code)
		}
		return err
	}
	return fmt.Errorf("testimage: cannot %q", args)
}

// wait ends with SIGTERM, which the first process of a container must ask for.
func wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM, syscall.SIGINT)
	<-c
}

func listen(address string) error {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	wait()
	return l.Close()
}

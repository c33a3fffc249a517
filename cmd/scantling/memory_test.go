package main

import (
	"runtime"
	"testing"
	"time"
)

func TestGrowth(t *testing.T) {
	for _, tt := range []struct {
		live uint64
		want int
	}{
		{0, 1900}, {4 << 20, 400}, {10 << 20, 100}, {20 << 20, minGrowth}, {100 << 20, minGrowth},
	} {
		if got := growth(tt.live); got != tt.want {
			t.Errorf("a heap of %d bytes may grow by %d%%, want %d%%", tt.live, got, tt.want)
		}
	}
}

func TestAfterCollection(t *testing.T) {
	seen := make(chan bool, 1)
	afterCollection(func() {
		select {
		case seen <- true:
		default:
		}
	})
	for range 2 {
		// A sentinel that is made while a collection runs stays for the next one.
		for end := time.Now().Add(10 * time.Second); len(seen) == 0; time.Sleep(time.Millisecond) {
			if runtime.GC(); time.Now().After(end) {
				t.Fatal("nothing was called after a collection")
			}
		}
		<-seen
	}
}

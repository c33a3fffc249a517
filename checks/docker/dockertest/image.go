package dockertest

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"
)

// Program is where images hold the test program; see testimage.
const Program = "bin/testimage"

// An Image is made from nothing, by the steps of a build that never ran.
type Image struct {
	Name        string // with a tag: scantling.example/good:1.0
	User        string
	Env         []string // NAME=value
	Labels      map[string]string
	Healthcheck *Healthcheck
	Expose      []string // 22/tcp
	Entrypoint  []string
	Cmd         []string
	Created     time.Time
	Steps       []Step
}

// A Healthcheck is an image's own.
type Healthcheck struct {
	Test     []string
	Interval time.Duration
	Retries  int
}

// A Step is one line of the image's history; with files it is a layer too.
type Step struct {
	CreatedBy string
	Files     []File
}

// A File is one file of a layer.
type File struct {
	Name    string // bin/testimage
	Mode    int64  // 0o4755
	Content []byte
}

// LoadImage has the engine load an image and returns the id the engine gives it.
func LoadImage(t testing.TB, socket string, i Image) string {
	t.Helper()
	id, err := newAPI(socket).load(i)
	if err != nil {
		t.Fatalf("load image %s: %v", i.Name, err)
	}
	return id
}

func (a api) load(i Image) (string, error) {
	archive, err := i.archive()
	if err != nil {
		return "", err
	}
	if _, err := a.send("POST", "/images/load?quiet=1", "application/x-tar", bytes.NewReader(archive)); err != nil {
		return "", err
	}
	return a.id("/images/" + i.Name + "/json")
}

// id is the Id of the object that a path describes.
func (a api) id(path string) (string, error) {
	body, err := a.get(path)
	if err != nil {
		return "", err
	}
	var object struct {
		ID string `json:"Id"`
	}
	return object.ID, json.Unmarshal(body, &object)
}

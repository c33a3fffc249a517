package dockertest

import "time"

// The images of the scenario. Their registry is reserved for examples and
// cannot be asked.
const (
	GoodImage     = "scantling.example/good:1.0"
	BadImage      = "scantling.example/bad:latest" // secrets, ADD, root, port 22, no health check
	StaleImage    = "scantling.example/stale:1.0"  // the tag moved on after a container was made
	UnusedImage   = "scantling.example/unused:0.1"
	danglingImage = "scantling.example/dangling:1.0" // loaded twice: the first loses its name
)

// The labels by which a test knows its images again once they lost their names,
// and which keep two images from being one.
const (
	sourceLabel = "org.opencontainers.image.source"
	titleLabel  = "org.opencontainers.image.title"
	testSource  = "https://git.scantling.example/good"
)

// made is when the images say they were built.
var made = time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC)

func goodImage(name string, program []byte) Image {
	return Image{
		Name: name, User: "10001:10001", Created: made,
		Labels:      map[string]string{sourceLabel: testSource, titleLabel: name},
		Healthcheck: &Healthcheck{[]string{"CMD", "/" + Program, "healthy"}, 3 * time.Second, 2},
		Entrypoint:  []string{"/" + Program}, Cmd: []string{"wait"},
		Steps: []Step{
			{"COPY testimage /" + Program + " # buildkit", programFiles(program)},
			{"USER 10001:10001", nil},
			{`HEALTHCHECK {Test:["CMD" "/bin/testimage" "healthy"]}`, nil},
			{`ENTRYPOINT ["/bin/testimage"]`, nil},
			{`CMD ["wait"]`, nil},
		},
	}
}

func programFiles(program []byte) []File {
	return []File{
		{Program, 0o755, program},
		{"usr/sbin/sshd", 0o755, program},
		{"etc/passwd", 0o644, []byte("root:x:0:0:root:/:/bin/testimage\napp:x:10001:10001::/:/bin/testimage\n")},
		{"etc/group", 0o644, []byte("root:x:0:\napp:x:10001:\n")},
	}
}

// badImage breaks what section 4 of the benchmark asks of images. The secrets
// are invented here and open nothing.
func badImage(program []byte) Image {
	return Image{
		Name: BadImage, Created: made.AddDate(-2, 0, 0),
		Env:        []string{"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DB_PASSWORD=correct-horse-battery"},
		Labels:     map[string]string{"maintainer": "kim@scantling.example"},
		Expose:     []string{"22/tcp", "8080/tcp"},
		Entrypoint: []string{"/" + Program}, Cmd: []string{"wait"},
		Steps: []Step{
			{"ADD https://downloads.example/app.tar.gz / # buildkit", programFiles(program)},
			{"RUN /bin/sh -c apt-get update # buildkit", layer("var/lib/apt/lists/lock")},
			{"RUN /bin/sh -c apt-get install -y --allow-unauthenticated openssh-server # buildkit", layer("var/lib/dpkg/status")},
			{"RUN /bin/sh -c curl -k https://downloads.example/install.sh | sh # buildkit", layer("opt/installed")},
			{"RUN /bin/sh -c chmod u+s /usr/bin/app # buildkit", []File{{"usr/bin/app", 0o4755, []byte("app")}}},
			{"ARG API_TOKEN=s3cr3t-token-of-nobody", nil},
			{"ENV DB_PASSWORD=correct-horse-battery", nil},
			{"EXPOSE map[22/tcp:{} 8080/tcp:{}]", nil},
			{`CMD ["wait"]`, nil},
		},
	}
}

func layer(name string) []File { return []File{{name, 0o644, []byte(name)}} }

// again is the same image, built a week later.
func again(i Image) Image {
	i.Created = i.Created.AddDate(0, 0, 7) // which gives it another id
	return i
}

# Everything here is plain go; the targets name what people do.

GO      ?= go
VERSION ?=

.PHONY: audit build test check bench fuzz golden

# Judge this machine with what there is. Findings are no failure of make.
audit: build
	@mkdir -p out
	@./bin/scantling audit --exit-zero -o xlsx=out/audit.xlsx -o json=out/audit.json

build:
	@CGO_ENABLED=0 $(GO) build -trimpath -ldflags "-X main.release=$(VERSION)" -o bin/scantling ./cmd/scantling

test:
	$(GO) test -shuffle=on -timeout=25m ./...

# What must hold before a change is sent; make test adds what takes minutes: a
# Debian laid down by debootstrap, passes over the whole disk.
check:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "gofmt would change these"; exit 1; }
	$(GO) vet ./...
	$(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
	$(GO) test -race -short -shuffle=on -timeout=25m ./...

# Renew the golden reports after a change that is meant.
golden:
	$(GO) test ./report ./cmd/... -update

# What audits cost beside a program that only lists and inspects; see
# docs/performance.md. Starts and removes 400 containers: make bench RUNS=9
RUNS ?= 5
bench:
	$(GO) test ./cmd/scantling -count=1 -timeout=2h -run='^TestMeasure$$' -measure=$(RUNS) -v
	$(GO) test ./report -count=1 -run='^TestMeasureFormats$$' -measure=$(RUNS) -v

# Every fuzz target for a while: make fuzz FUZZTIME=1m
FUZZTIME ?= 10s
fuzz:
	@for pkg in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
	    echo "$$pkg $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x $$pkg || exit 1; \
	  done; \
	done

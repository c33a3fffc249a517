package report

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// TestBrowser uses the sample report in Debian's chromium. Only CI must have one.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("the page runs in the browser, where nothing is detected")
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(htmlOf(t, sample(), Options{})), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(context.Background(), 4*time.Minute)
	defer stop()
	ctx, stop = chromedp.NewExecAllocator(ctx, append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 900), chromedp.WSURLReadTimeout(2*time.Minute))...)
	defer stop()
	ctx, stop = chromedp.NewContext(ctx)
	defer stop()
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		before []chromedp.Action[chromedp.Void]
		use    func(*tab)
	}{
		{"filters", nil, filters},
		{"fragments", nil, fragments},
		{"anchors", nil, anchors},
		{"names", nil, names},
		{"print", nil, prints},
		{"narrow", actions(chromedp.EmulateViewport(360, 740)), narrow},
		{"without scripts", actions(command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})), withoutScripts},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := &tab{t: t, page: "file://" + file}
			var stop func()
			b.ctx, stop = chromedp.NewContext(ctx, chromedp.WithListener(b.hear))
			defer stop()
			b.do(command(network.Enable, network.EnableParams{}), command(log.Enable, cdp.Empty{}))
			b.do(tt.before...)
			b.do(chromedp.Navigate(b.page))
			tt.use(b)
			b.clean()
		})
	}
}

func actions(list ...chromedp.Action[chromedp.Void]) []chromedp.Action[chromedp.Void] { return list }

// A tab shows the report and remembers what went wrong.
type tab struct {
	t    *testing.T
	ctx  context.Context
	page string // its address

	mu       sync.Mutex
	requests []string
	faults   []string
}

func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if e.Request.URL != "data:," {
			b.requests = append(b.requests, e.Request.URL)
		}
	case *log.EventEntryAdded:
		b.faults = append(b.faults, e.Entry.Text)
	case *runtime.EventExceptionThrown:
		b.faults = append(b.faults, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		b.faults = append(b.faults, "console."+string(e.Type))
	}
}

// clean checks that the page asked for nothing but itself, and complained of nothing.
func (b *tab) clean() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, url := range b.requests {
		if !strings.HasPrefix(url, b.page) {
			b.t.Errorf("the page asked for %s", url)
		}
	}
	if len(b.requests) == 0 {
		b.t.Error("the browser's requests were not seen")
	}
	for _, f := range b.faults {
		b.t.Errorf("the browser says: %s", f)
	}
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// command sends one of the protocol's commands that chromedp has no name for.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

func asPrinted() chromedp.Action[chromedp.Void] {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
}

// evaluate runs a script for its effect.
func evaluate(script string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](script)
}

// want compares what an expression gives in the page. The page acts on a click in
// a later event, so that the value is given some seconds to come.
func want[T comparable](b *tab, expression string, want T) {
	b.t.Helper()
	for end := time.Now().Add(5 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
		late := time.Now().After(end)
		switch {
		case err == nil && got == want:
			return
		case err != nil && late:
			b.t.Fatalf("%s: %v", expression, err)
		case late:
			b.t.Errorf("%s: got %v, want %v", expression, got, want)
			return
		}
	}
}

// at opens the page with a fragment, as from a link that was sent.
func (b *tab) at(fragment string) {
	b.t.Helper()
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(b.page+fragment))
}

const visibleRows = `[...document.querySelectorAll(".row")].filter(r => r.checkVisibility()).length`

func filters(b *tab) {
	s := sample().Score
	want(b, visibleRows, s.Total())
	b.do(chromedp.Click(`[name=status][value=fail]`))
	want(b, visibleRows, s.Fail)
	want(b, `location.hash`, "#status=fail")
	b.do(chromedp.Click(`[name=status][value=waived]`), chromedp.Click(`[name=severity][value=critical]`))
	want(b, visibleRows, 1)
	want(b, `location.hash`, "#status=fail%2Cwaived&severity=critical")
	want(b, `document.getElementById("count").textContent`, "1 of "+strconv.Itoa(s.Total()))
	b.do(chromedp.Click(`#filter [type=reset]`))
	want(b, visibleRows, s.Total())
	want(b, `location.hash`, "")
	b.do(chromedp.KeyEvent("/"))
	want(b, `document.activeElement.name`, "q")
	b.do(evaluate(`document.activeElement.value = ""`), chromedp.KeyEvent("Permit_Root sshd")) // chromedp types the slash even so
	want(b, visibleRows, 1)
	b.do(chromedp.KeyEvent(" no such words"))
	want(b, visibleRows, 0)
	want(b, `document.getElementById("none").checkVisibility()`, true)
}

func fragments(b *tab) {
	for _, tt := range []struct {
		fragment string
		visible  int
	}{
		{"#profile=cis-debian-12", len(OfProfile(sample().Recommendations, "cis-debian-12"))},
		{"#section=cis-docker%2F1", 3}, {"#section=cis-docker%2F1.1", 2}, {"#level=2", 3}, {"#q=live-restore", 1},
	} {
		b.at(tt.fragment)
		want(b, visibleRows, tt.visible)
		want(b, `location.hash`, tt.fragment)
	}
	b.at("#q=live-restore")
	want(b, `document.querySelector("[name=q]").value`, "live-restore")
	b.do(chromedp.Click(`.score[data-p=cis-docker][data-k=section] tr[data-i="2"] td:nth-of-type(3) a`))
	want(b, `document.querySelector("[name=section]").value`, "cis-docker/2")
	want(b, visibleRows, 1)
}

func anchors(b *tab) {
	b.at("#status=pass")
	want(b, `document.getElementById("cis-docker/5.5").checkVisibility()`, false)
	b.do(evaluate(`location.hash = "#cis-docker/5.5"`), chromedp.WaitVisible(`//details[@id="cis-docker/5.5"]//table`))
	want(b, `document.getElementById("cis-docker/5.5").open`, true)
	want(b, visibleRows, sample().Score.Total())
	b.at("#cis-docker%2f5.5")
	want(b, `document.getElementById("cis-docker/5.5").open`, true)
	want(b, `document.activeElement.closest("details").id`, "cis-docker/5.5")
	want(b, `Math.abs(document.getElementById("cis-docker/5.5").getBoundingClientRect().top) < innerHeight`, true)
	b.do(evaluate(`navigator.clipboard.writeText = async (s) => { window.copied = s; }`),
		chromedp.Click(`//details[@id="cis-docker/5.5"]//button`))
	want(b, `window.copied`, "Recreate shop-web-1 without --privileged and grant the single capabilities it needs.")
	want(b, `document.querySelector("details[open] .fix + button").textContent`, "Copied")
}

func prints(b *tab) {
	b.do(chromedp.Click(`[name=status][value=fail]`), asPrinted())
	want(b, `[...document.querySelectorAll(".in")].filter(e => e.getBoundingClientRect().height === 0).length`, 0)
	want(b, visibleRows, sample().Score.Total())
	want(b, `[...document.querySelectorAll("form, button")].filter(e => e.checkVisibility()).length`, 0)
}

func withoutScripts(b *tab) {
	want(b, visibleRows, sample().Score.Total())
	want(b, `[...document.querySelectorAll("form, button")].filter(e => e.checkVisibility()).length`, 0)
	b.do(chromedp.Click(`//details[@id="cis-docker/5.5"]/summary`), chromedp.WaitVisible(`//details[@id="cis-docker/5.5"]//div[@class="fix"]`))
	b.do(asPrinted())
	want(b, `[...document.querySelectorAll(".in")].filter(e => e.getBoundingClientRect().height === 0).length`, 0)
}

func narrow(b *tab) {
	want(b, `document.documentElement.scrollWidth`, 360)
	b.do(chromedp.Click(`#all`))
	want(b, `document.documentElement.scrollWidth`, 360)
}

// Everything that can be used has a name, and there is one main heading.
func names(b *tab) {
	want(b, `[...document.querySelectorAll("input, select")].filter(e => e.labels.length === 0).length`, 0)
	want(b, `[...document.querySelectorAll("a, button, summary")].filter(e => !e.textContent.trim()).length`, 0)
	want(b, `document.querySelectorAll("h1").length`, 1)
	want(b, `["header", "main", "nav", "[role=search]"].filter(s => !document.querySelector(s)).length`, 0)
	want(b, `new Set([...document.querySelectorAll("[id]")].map(e => e.id)).size - document.querySelectorAll("[id]").length`, 0)
	want(b, `[...document.querySelectorAll("a")].filter(a => !a.hash.includes("=") && !document.getElementById(decodeURIComponent(a.hash.slice(1)))).length`, 0)
}

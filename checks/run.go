package checks

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"golang.org/x/sync/errgroup"

	"scantling/checks/fact"
	"scantling/checks/lang"
)

// An Auditor decides the rows of profiles on the facts of one target.
type Auditor struct {
	Facts    *fact.Set
	Files    map[string][]byte              // the sources of the controls, for showing expressions
	Workers  int                            // decisions at a time, outside streams
	Progress func(done, total, objects int) // called often, from any goroutine; may be nil

	total, done, objects atomic.Int64
}

// Row is one recommendation with its verdict.
type Row struct {
	*Recommendation
	Status   Status
	Reason   string // why it is neither pass nor fail, or who says that it is
	Answered int    // results with this status that a person's answer gave
	Counts   map[Status]int
	Results  []Result
	Prose    Prose

	unlisted map[Status]int
}

// Prose is the control's text with the row's parameters filled in.
type Prose struct {
	Title, Rationale, Question, Procedure, Impact, Fix, When, Check, Ask string
	Steps                                                                []string // the fix blocks as written
}

// Run decides every row of the profiles. It never fails as a whole: what could
// not be read is in the rows. When ctx ends early the rest is not assessed.
func (a *Auditor) Run(ctx context.Context, profiles []*Profile) map[*Profile][]Row {
	decisions := a.bind(profiles)
	a.total.Store(int64(len(decisions)))
	base := scope{ctx: ctx, set: a.Facts, funcs: functions(ctx, a.Facts, nil)}
	var g errgroup.Group
	g.SetLimit(max(a.Workers, 1) + len(decisions)) // streams wait on the network; each has its own goroutine
	a.singles(base, decisions, &g)
	a.streams(base, decisions, &g)
	_ = g.Wait()
	return rows(profiles)
}

// bind compiles the rows; the same control with the same parameters once.
func (a *Auditor) bind(profiles []*Profile) []*decision {
	shared, pure := map[string]*decision{}, &hcl.EvalContext{Functions: lang.Functions()}
	var out []*decision
	for _, p := range profiles {
		for _, r := range p.Recommendations() {
			key := r.key()
			if shared[key] == nil {
				shared[key] = newDecision(r.Control, r.With, a.Facts, pure, a.Files[r.Control.Range.Filename])
				shared[key].assume = r.assume
				out = append(out, shared[key])
			}
			r.decided = shared[key]
		}
	}
	return out
}

// singles decides what has one subject, several at a time.
func (a *Auditor) singles(s scope, ds []*decision, g *errgroup.Group) {
	todo := make(chan *decision, len(ds))
	for _, d := range ds {
		if d.control.Each == "" {
			todo <- d
		}
	}
	close(todo)
	for range max(a.Workers, 1) {
		g.Go(func() error {
			for d := range todo {
				d.add(target, d.decide(s))
				a.tick(1, 0)
			}
			return nil
		})
	}
}

// streams reads each stream once and decides all its controls on each object
// while the next ones are still being fetched.
func (a *Auditor) streams(s scope, ds []*decision, g *errgroup.Group) {
	byStream := map[string][]*decision{}
	for _, d := range ds {
		if d.control.Each != "" {
			byStream[d.control.Each] = append(byStream[d.control.Each], d)
		}
	}
	for name, ds := range byStream {
		g.Go(func() error {
			a.stream(s, name, ds)
			a.tick(len(ds), 0)
			return nil
		})
	}
}

func (a *Auditor) stream(s scope, name string, ds []*decision) {
	var all roll
	err := a.Facts.Each(s.ctx, name, want(ds), func(obj fact.Reading) {
		here, as := s, all.add(obj)
		here.object = &subject{Reading: obj}
		for _, d := range ds {
			d.add(as, d.decide(here))
		}
		a.tick(0, 1)
	})
	all.rank()
	for _, d := range ds {
		switch {
		case err != nil:
			d.add(target, listing(name, err))
		case len(all.names) == 0:
			d.add(target, &Result{Status: NotApplicable, Reason: fmt.Sprintf("There is no %s.", name)})
		}
	}
}

// listing is the result for a stream that could not be listed, or not to its end.
func listing(name string, err error) *Result {
	r := undecided([]Evidence{{Expression: name, Reads: []Read{{Path: name, Value: "unknown", Errs: []error{err}}}}})
	return &r
}

// want tells a stream which attributes its controls mention.
func want(ds []*decision) fact.Want {
	shape := fact.Shape{}
	for _, d := range ds {
		for _, x := range d.exprs() {
			for _, m := range x.reads {
				if m.fact == d.control.Each && shape != nil {
					shape = shape.Add(m.path...)
				}
			}
		}
	}
	return shape.Wants
}

func (a *Auditor) tick(done, objects int) {
	d, o := a.done.Add(int64(done)), a.objects.Add(int64(objects))
	if a.Progress != nil {
		a.Progress(int(d), int(a.total.Load()), int(o))
	}
}

func interrupted(err error) bool { return errors.Is(err, context.Canceled) }

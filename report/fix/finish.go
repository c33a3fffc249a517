package fix

import (
	"cmp"
	"fmt"
	"slices"

	"scantling/checks"
	"scantling/report"
)

// finish makes patches of the drafts, says of each action what it disturbs, and
// puts them in order.
func (b *builder) finish() {
	for _, name := range b.fileNames() {
		if a := b.files[name].action(); a != nil {
			b.plan.Actions = append(b.plan.Actions, a)
		}
	}
	b.withdraw()
	b.plan.Actions = slices.DeleteFunc(b.plan.Actions, func(a *Action) bool { return len(a.Rows) == 0 })
	b.rank()
	slices.SortStableFunc(b.plan.Actions, func(x, y *Action) int {
		return cmp.Or(cmp.Compare(rank(x.Disruption), rank(y.Disruption)), cmp.Compare(x.order(), y.order()), cmp.Compare(x.subject(), y.subject()))
	})
	b.plan.Actions = withoutReloads(b.plan.Actions)
	for _, a := range b.plan.Actions {
		for _, r := range a.Rows {
			r.first = cmp.Or(r.first, a)
		}
	}
}

// withdraw says of the rows of a file that could not be read that people are
// needed.
func (b *builder) withdraw() {
	for _, a := range b.plan.Actions {
		if a.Unread == "" {
			continue
		}
		for _, r := range a.Rows {
			if r.Why == "" {
				r.Why = fmt.Sprintf("%s could not be read: %s", report.Safe(a.Path), report.Safe(a.Unread))
			}
			if r.Way = ByHand; len(r.Hands) == 0 {
				r.Hands = []string{r.text}
			}
		}
	}
}

// rank gives each action the worst disruption of its rows, and commands that of
// whatever else their rows need: a service is reloaded after its file was patched.
func (b *builder) rank() {
	for _, a := range b.plan.Actions {
		worst := 0
		for _, r := range a.Rows {
			worst = max(worst, rank(r.Disruption))
		}
		a.Disruption = checks.Disruptions[worst]
		for _, r := range a.Rows {
			r.level = max(r.level, worst)
		}
	}
	for _, a := range b.plan.Actions {
		if a.Kind != "run" {
			continue
		}
		for _, r := range a.Rows {
			a.Disruption = checks.Disruptions[max(rank(a.Disruption), r.level)]
		}
		for _, r := range a.Rows {
			r.level = max(r.level, rank(a.Disruption))
		}
	}
}

// withoutReloads drops the reload of a unit that is restarted anyway.
func withoutReloads(in []*Action) []*Action {
	restarts := map[string]*Action{}
	for _, a := range in {
		if len(a.Argv) == 3 && a.Argv[0] == "systemctl" && a.Argv[1] == "restart" {
			restarts[a.Argv[2]] = a
		}
	}
	return slices.DeleteFunc(in, func(a *Action) bool {
		if len(a.Argv) != 3 || a.Argv[0] != "systemctl" || a.Argv[1] != "reload" || restarts[a.Argv[2]] == nil {
			return false
		}
		restart := restarts[a.Argv[2]]
		for _, r := range a.Rows {
			restart.forRow(r)
			r.level = max(r.level, rank(restart.Disruption))
		}
		return true
	})
}

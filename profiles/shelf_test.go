package profiles_test

import (
	"reflect"
	"slices"
	"testing"

	"scantling/checks"
	"scantling/profiles"
)

// A run parses of the embedded library what it needs. That holds as long as the
// files are formatted and each profile lies in a folder of its name, as here:
// taken from the shelf one by one, everything is as when it is read whole,
// ranges and all.
func TestShelf(t *testing.T) {
	whole, shelf := library(t), checks.NewLibrary()
	if err := shelf.Shelve(profiles.FS, "profiles/"); err != nil {
		t.Fatal(err)
	}
	if got, want := shelf.ControlNames(), whole.ControlNames(); !reflect.DeepEqual(got, want) {
		t.Errorf("the shelf's controls are %q; want %q", got, want)
	}
	if got, want := shelf.ProfileIDs(), whole.ProfileIDs(); !reflect.DeepEqual(got, want) {
		t.Fatalf("the shelf's profiles are %q; want %q", got, want)
	}
	for _, id := range shelf.ProfileIDs() {
		diags := shelf.Open(id)
		if diags = append(diags, shelf.Link(shelf.Profiles[id])...); diags.HasErrors() {
			t.Fatal(diags)
		}
		if !reflect.DeepEqual(shelf.Profiles[id], whole.Profiles[id]) {
			t.Errorf("profile %s from the shelf differs from the whole", id)
		}
	}
	every := &checks.Section{}
	for _, name := range shelf.ControlNames() {
		every.Recommendations = append(every.Recommendations, &checks.Recommendation{ControlName: name})
	}
	shelf.Link(&checks.Profile{Sections: []*checks.Section{every}}) // parameters without a default are missing, rightly
	fresh := checks.NewLibrary()
	if err := fresh.Shelve(profiles.FS, "profiles/"); err != nil {
		t.Fatal(err)
	}
	for name, c := range whole.Controls {
		if !reflect.DeepEqual(shelf.Controls[name], c) {
			t.Errorf("control %s from the shelf differs from the whole", name)
		}
		row := &checks.Recommendation{ControlName: name}
		glance := fresh.Streams(&checks.Profile{Sections: []*checks.Section{{Recommendations: []*checks.Recommendation{row}}}})
		if want := slices.DeleteFunc([]string{c.Each}, func(s string) bool { return s == "" }); !slices.Equal(glance, want) {
			t.Errorf("a glance says that control %s is about %q; want %q", name, glance, want)
		}
	}
}

package checks

import (
	"strings"
	"testing"
	"testing/fstest"
)

func controlText(name string) string {
	return strings.Replace(soundProfile[:strings.Index(soundProfile, "profile ")], `"own"`, `"`+name+`"`, 1)
}

func profileText(id, control string) string {
	s := soundProfile[strings.Index(soundProfile, "profile "):]
	return strings.NewReplacer(`"site"`, `"`+id+`"`, `"own"`, `"`+control+`"`).Replace(s)
}

func shelfFS() fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"controls/a.hcl":  file("# First.\n\n" + controlText("first") + "\n" + controlText("second")),
		"controls/b.hcl":  file("control \"broken\" {\n  title = \n}\n"),
		"one/profile.hcl": file(profileText("one", "second")),
		"two/profile.hcl": file("profile {"),
	}
}

// What nobody asks for is not parsed: here it could not be.
func TestShelfParsesWhatIsAsked(t *testing.T) {
	l := NewLibrary()
	if err := l.Shelve(shelfFS(), "lib/"); err != nil {
		t.Fatal(err)
	}
	diags := l.Open("one")
	if diags = append(diags, l.Link(l.Profiles["one"])...); diags.HasErrors() {
		t.Fatal(diags)
	}
	r, _ := l.Profiles["one"].Find("1.1")
	if got, want := r.Control.Range.String(), "lib/controls/a.hcl:15,1-17"; got != want {
		t.Errorf("the control is at %s; want %s", got, want)
	}
	if len(l.Controls) != 1 || len(l.Profiles) != 1 {
		t.Errorf("parsed %d controls and %d profiles; want one of each", len(l.Controls), len(l.Profiles))
	}
	if diags := l.Open("two"); !diags.HasErrors() {
		t.Error("what is asked for is parsed; want an error")
	}
}

// Profiles of one's own stand on the shelf, and are checked to the end.
func TestShelfUnderOwn(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{profileText("site", "first"), ""},
		{controlText("first"), `already defined at lib/controls/a.hcl:3`},
		{profileText("site", "secnd"), `:6,17-24: Unknown control; There is no control named "secnd". Did you mean "second"?`},
		{strings.Replace(profileText("site", "first"), "= 1\n", "= 1\n with = { a = 1 }\n", 1), "Unknown parameter"},
		{profileText("one", "first"), "Duplicate profile"},
		{strings.Replace(profileText("one", "first"), `  title = "Site"`+"\n", "", 1), "1.1 is already used at lib/one/profile.hcl"},
	} {
		l := NewLibrary()
		if err := l.Shelve(shelfFS(), "lib/"); err != nil {
			t.Fatal(err)
		}
		diags := append(l.Add(fstest.MapFS{"p.hcl": {Data: []byte(c.src)}}, "p.hcl", ""), l.Resolve()...)
		if got := diags.Error(); c.want == "" && diags.HasErrors() || !strings.Contains(got, c.want) {
			t.Errorf("%s\ngives %q, without %q", c.src, got, c.want)
		}
	}
}

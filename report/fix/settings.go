package fix

import (
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"

	"scantling/checks"
)

// spell is a setting as a file of that form has it. One without a value is a word.
func spell(form, key, value string) string {
	switch {
	case value == "" && form != "shell":
		return key
	case form == "space":
		return key + " " + value
	case form == "equals":
		return key + " = " + value
	case form == "shell" && !plainWord.MatchString(value):
		return key + `="` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", `\$`, "`", "\\`").Replace(value) + `"`
	}
	return key + "=" + value
}

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_./:,@%+-]*$`)

// settings changes every line that sets a key, and adds one where there is none:
// behind the others, or in front of all where the first one counts.
func settings(text []byte, s *checks.Step) ([]byte, error) {
	for _, v := range s.Set {
		if strings.ContainsAny(v, "\n\r") {
			return nil, errors.New("a value has a line break")
		}
	}
	f := split(text)
	for _, key := range s.Unset {
		f.drop(s, key)
	}
	var top []string
	for _, key := range slices.Sorted(maps.Keys(s.Set)) {
		line := spell(s.Form, key, s.Set[key])
		switch {
		case s.First:
			top = append(top, line)
		case f.replace(s, key, s.Set[key]):
		default:
			f.insert(s, line)
		}
	}
	f.lines = append(top, f.lines...)
	for _, key := range slices.Sorted(maps.Keys(s.Add)) {
		f.addWords(s, key, s.Add[key])
	}
	return f.join(), nil
}

// setter matches a line that sets a key.
func setter(form, key string) *regexp.Regexp {
	name := regexp.QuoteMeta(key)
	switch form {
	case "space":
		return regexp.MustCompile(`^\s*` + name + `(?:\s+|\s*=\s*|$)`)
	case "shell":
		return regexp.MustCompile(`^\s*(?:export\s+)?` + name + `=`)
	case "ini":
		return regexp.MustCompile(`^\s*` + name + `\s*=`)
	}
	return regexp.MustCompile(`^\s*` + name + `\s*(?:=|$)`)
}

// A lineFile is a file as lines. What stands outside of the section, or in the
// section of another kind, is not looked at.
type lineFile struct {
	lines []string
}

func split(text []byte) *lineFile {
	if len(text) == 0 {
		return &lineFile{}
	}
	return &lineFile{strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")}
}

func (f *lineFile) join() []byte {
	if len(f.lines) == 0 {
		return nil
	}
	return []byte(strings.Join(f.lines, "\n") + "\n")
}

// within are the lines of a section: from, behind its header, to the next one.
// Without sections it is all of them; from is -1 where there is no such section.
func (f *lineFile) within(section string) (from, to int) {
	if section == "" {
		return 0, len(f.lines)
	}
	from = -1
	for i, line := range f.lines {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "[") {
			continue
		}
		if from >= 0 {
			return from, i
		}
		if line == "["+section+"]" {
			from = i + 1
		}
	}
	return from, len(f.lines)
}

// replace gives every line that sets the key the value, written as it was.
func (f *lineFile) replace(s *checks.Step, key, value string) (found bool) {
	re := setter(s.Form, key)
	from, to := f.within(s.In)
	for i := max(from, 0); from >= 0 && i < to; i++ {
		if re.MatchString(f.lines[i]) {
			f.lines[i], found = respell(re, s.Form, f.lines[i], key, value), true
		}
	}
	return found
}

// respell keeps what stands in front of the value.
func respell(re *regexp.Regexp, form, line, key, value string) string {
	start := re.FindString(line)
	if form == "shell" || value == "" || strings.TrimSpace(start) == key && strings.TrimRight(start, " \t") == start {
		return spell(form, key, value)
	}
	rest := line[len(start):]
	return start + rest[:len(rest)-len(strings.TrimLeft(rest, " \t"))] + value
}

func (f *lineFile) drop(s *checks.Step, key string) {
	re := setter(s.Form, key)
	from, to := f.within(s.In)
	if from < 0 {
		return
	}
	kept := slices.DeleteFunc(slices.Clone(f.lines[from:to]), re.MatchString)
	f.lines = slices.Concat(f.lines[:from], kept, f.lines[to:])
}

func (f *lineFile) insert(s *checks.Step, line string) {
	from, to := f.within(s.In)
	if from < 0 {
		f.lines = append(f.lines, "["+s.In+"]", line)
		return
	}
	for to > from && strings.TrimSpace(f.lines[to-1]) == "" {
		to--
	}
	f.lines = slices.Insert(f.lines, to, line)
}

// addWords sees to it that a value, which is a list of words, has these. A word
// NAME=VALUE takes the place of another value for NAME.
func (f *lineFile) addWords(s *checks.Step, key, words string) {
	re := setter(s.Form, key)
	for i, line := range f.lines {
		if re.MatchString(line) {
			value := strings.Trim(strings.TrimSpace(re.ReplaceAllString(line, "")), `"'`)
			f.lines[i] = spell(s.Form, key, strings.Join(addWords(strings.Fields(value), strings.Fields(words)), " "))
			return
		}
	}
	f.insert(s, spell(s.Form, key, words))
}

func addWords(have, add []string) []string {
	for _, word := range add {
		name, _, valued := strings.Cut(word, "=")
		have = slices.DeleteFunc(have, func(old string) bool { return old == word || valued && strings.HasPrefix(old, name+"=") })
		have = append(have, word)
	}
	return have
}

// lines sees to it that a file has lines, and has others no longer.
func lines(text []byte, s *checks.Step) ([]byte, error) {
	f := split(text)
	for _, pattern := range s.Without {
		re, err := regexp.Compile(pattern)
		if err != nil {
			return nil, err
		}
		f.lines = slices.DeleteFunc(f.lines, re.MatchString)
	}
	var missing []string
	for _, line := range s.Lines {
		if !slices.ContainsFunc(f.lines, func(old string) bool { return strings.TrimSpace(old) == strings.TrimSpace(line) }) {
			missing = append(missing, line)
		}
	}
	at := len(f.lines)
	switch {
	case s.First:
		at = 0
	case s.After != "":
		re, err := regexp.Compile(s.After)
		if err != nil {
			return nil, err
		}
		if at = slices.IndexFunc(f.lines, re.MatchString) + 1; at == 0 {
			return nil, errors.New("it has no line that the new one could follow")
		}
	}
	f.lines = slices.Insert(f.lines, at, missing...)
	return f.join(), nil
}

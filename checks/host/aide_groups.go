package host

import (
	"fmt"
	"slices"
	"strings"
)

// aideSet is a set of AIDE's attributes, by name.
type aideSet map[string]bool

// aideHashes are the checksums that an aide may be built with; H is those it is
// built with, and sha512 is always among them.
const aideHashes = "md5+sha1+sha256+sha512+rmd160+tiger+crc32+whirlpool+gost+stribog256+stribog512"

// aideBuiltin are the groups that aide.conf(5) defines.
var aideBuiltin = map[string]string{
	"R": "p+ftype+i+l+n+u+g+s+m+c+md5+X", "L": "p+ftype+i+l+n+u+g+X", ">": "p+ftype+l+u+g+i+n+s+growing+X",
	"H": aideHashes, "X": "acl+selinux+xattrs+e2fsattrs+caps", "E": "",
}

// aideAttributes are those of aide.conf(5).
var aideAttributes = strings.Split("ftype+p+i+l+n+u+g+s+b+m+a+c+acl+selinux+xattrs+e2fsattrs+caps+S+I+growing+compressed+ANF+ARF+haval+crc32b+"+aideHashes, "+")

// aideExpression adds and takes away attributes and groups, from left to right.
func aideExpression(s string, groups map[string]aideSet) (aideSet, error) {
	out := aideSet{}
	for s = strings.TrimSpace(s); s != ""; {
		sign := byte('+')
		if s[0] == '+' || s[0] == '-' {
			sign, s = s[0], s[1:]
		}
		end := strings.IndexAny(s, "+-")
		if end < 0 {
			end = len(s)
		}
		name := strings.TrimSpace(s[:end])
		s = s[end:]
		set, err := aideTerm(name, groups)
		if err != nil {
			return nil, err
		}
		for attribute := range set {
			out[attribute] = sign == '+'
		}
	}
	return out, nil
}

func aideTerm(name string, groups map[string]aideSet) (aideSet, error) {
	if set, ok := groups[name]; ok {
		return set.only(), nil
	}
	if terms, ok := aideBuiltin[name]; ok {
		return aideExpression(terms, nil)
	}
	if slices.Contains(aideAttributes, name) {
		return aideSet{name: true}, nil
	}
	return nil, fmt.Errorf("%q is neither an attribute nor a group", name)
}

// only is the set without what was taken away.
func (s aideSet) only() aideSet {
	out := aideSet{}
	for name, in := range s {
		if in {
			out[name] = true
		}
	}
	return out
}

func (s aideSet) names() (out []string) {
	for name := range s.only() {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

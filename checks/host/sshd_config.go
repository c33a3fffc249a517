package host

import (
	"context"
	"fmt"
	"path"
	"strings"
)

// sshdDepth is SERVCONF_MAX_DEPTH: sshd refuses deeper includes.
const sshdDepth = 16

// sshdFirstName is a name for a drop-in that comes before those of distributions.
const sshdFirstName = "00-hardening.conf"

// An sshdSetting is a line in force under a condition.
type sshdSetting struct {
	sshdLine
	match string // criteria of the Match blocks around it; empty when it holds always
	all   bool   // below "Match all": always, and stronger than what stands outside of any block
	gap   error  // in place of a line: a part that could not be read
}

// sshdConfig is the configuration in the order in which sshd meets it.
type sshdConfig struct {
	files    []string
	settings []sshdSetting
}

// An sshdBlock is what Match blocks around a line say.
type sshdBlock struct {
	criteria string
	all      bool
}

// within joins an inner block to the one around its file: both must hold.
func (b sshdBlock) within(outer sshdBlock) sshdBlock {
	switch {
	case outer.criteria == "" && !outer.all, outer.all && b.criteria != "":
		return b
	case b.all:
		return outer
	}
	return sshdBlock{criteria: outer.criteria + " and " + b.criteria}
}

// An sshdReader follows the includes.
type sshdReader struct {
	host  *Host
	ctx   context.Context
	out   sshdConfig
	end   bool   // of reading: sshd gives up at a circle
	first string // a name that the first Include would read before all others
}

// file reads one file. Its own Match blocks end with it; those of the file that
// includes it go on behind the Include.
func (r *sshdReader) file(name string, outer sshdBlock, depth int) {
	if r.end {
		return
	}
	b, err := r.host.root.ReadFile(name)
	switch {
	case depth > sshdDepth:
		r.end, err = true, fmt.Errorf("%s: files include one another more than %d deep", name, sshdDepth)
	case len(r.out.files) >= maxIncluded:
		r.end, err = true, tooMany(name, maxIncluded+1)
	case r.ctx.Err() != nil:
		r.end, err = true, r.ctx.Err()
	}
	if err != nil {
		r.gap(err, outer)
		return
	}
	r.out.files = append(r.out.files, name)
	block := outer
	for _, l := range parseSSHD(name, b) {
		switch l.keyword {
		case "match":
			block = matchBlock(l.args).within(outer)
		case "include":
			r.include(l, block, depth)
		default:
			r.out.settings = append(r.out.settings, sshdSetting{sshdLine: l, match: block.criteria, all: block.all})
		}
	}
}

func (r *sshdReader) gap(err error, at sshdBlock) {
	r.out.settings = append(r.out.settings, sshdSetting{gap: err, match: at.criteria, all: at.all})
}

// include reads the files of each pattern in order of their names.
func (r *sshdReader) include(l sshdLine, block sshdBlock, depth int) {
	for _, pattern := range l.args {
		if !path.IsAbs(pattern) {
			pattern = path.Join("/etc/ssh", pattern)
		}
		if fits, _ := path.Match(path.Base(pattern), sshdFirstName); fits && depth == 0 && len(r.out.settings) == 0 && r.first == "" {
			r.first = path.Join(path.Dir(pattern), sshdFirstName)
		}
		if r.end {
			return
		}
		names, err := r.host.glob(pattern)
		if err != nil {
			r.gap(fmt.Errorf("%s: %w", l.origin, err), block)
		}
		for _, name := range names {
			r.file(name, block, depth+1)
		}
	}
}

// matchBlock is one Match line. "all" stands alone; older releases take the
// criteria as words, newer ones also as user=kim.
func matchBlock(args []string) sshdBlock {
	if len(args) > 0 && strings.EqualFold(args[0], "all") {
		return sshdBlock{all: true}
	}
	return sshdBlock{criteria: strings.Join(args, " ")}
}

package docker

import (
	"path"
	"slices"
	"strconv"
	"strings"
)

// sameIfSet: with nothing on disk the engine chooses for itself.
func sameIfSet(live string) func(any) bool {
	return func(disk any) bool { return disk == "" || disk == live }
}

// sameProxy: the engine hides the credentials, and takes what is not set from
// its environment.
func sameProxy(live *string) func(any) bool {
	return func(disk any) bool {
		s, _ := disk.(string)
		return s == "" || withoutLogin(s) == orEmpty(live)
	}
}

// sameProfile: the built-in profile was called default before Engine 23.
func sameProfile(live string) func(any) bool {
	usual := func(s string) bool { return s == "" || s == "builtin" || s == "default" }
	return func(disk any) bool {
		s, _ := disk.(string)
		return s == live || usual(s) && usual(live)
	}
}

func sameMirrors(live []string) func(any) bool {
	bare := func(in []string) (out []string) {
		for _, m := range in {
			out = append(out, withoutLogin(strings.TrimSuffix(m, "/"))) // dockerd adds the slash
		}
		return unique(out)
	}
	return func(disk any) bool {
		s, _ := disk.([]string)
		return slices.Equal(bare(s), bare(live))
	}
}

// sameRegistries: the engine adds its own machine to the list.
func sameRegistries(live []string) func(any) bool {
	bare := func(in []string) (out []string) {
		for _, r := range in {
			r = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(r), "http://"), "https://")
			if r != "127.0.0.0/8" && r != "::1/128" {
				out = append(out, r)
			}
		}
		return unique(out)
	}
	return func(disk any) bool {
		s, _ := disk.([]string)
		return slices.Equal(bare(s), bare(live))
	}
}

// withoutImplicit leaves out the networks of the engine's own machine, which
// it trusts without being told.
func withoutImplicit(live []string) []string {
	return slices.DeleteFunc(slices.Clone(live), func(r string) bool { return r == "127.0.0.0/8" || r == "::1/128" })
}

// withoutRemap takes off UID.GID, the directory that a user-remapped engine
// keeps below its data-root.
func withoutRemap(dir string) string {
	uid, gid, ok := strings.Cut(path.Base(dir), ".")
	_, err1 := strconv.ParseUint(uid, 10, 32)
	_, err2 := strconv.ParseUint(gid, 10, 32)
	if ok && err1 == nil && err2 == nil {
		return path.Dir(dir)
	}
	return dir
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

package host

import (
	"context"
	"fmt"

	"scantling/checks/fact"
)

// A Password says how an account can be entered with a password, and how that
// ages. What is not set is null.
type Password struct {
	Name         string
	State        string  // set, locked, locked with hash, empty; none: x in passwd and no line in shadow
	Hashed       bool    // there is a hash, be it locked
	Algorithm    *string // as crypt(5) calls it: yescrypt, sha512crypt
	LastChange   *int    // days since the epoch; 0: to be changed at the next login
	MinDays      *int
	MaxDays      *int
	WarnDays     *int
	InactiveDays *int
	ExpireDay    *int
	UID          *uint32 // null: shadow has a line, passwd has none
	Shell        *string
	LoginShell   *bool
	Origin       string
}

// readPasswords joins shadow with passwd by name; of two lines the first counts,
// as it does for the C library.
func (h *Host) readPasswords(ctx context.Context, out *Accounts, a accounts, n *fact.Notes) {
	n.Origin("passwords", "/etc/shadow")
	n.Origin("bad_shadow", "/etc/shadow")
	s, err := h.shadow.get(ctx, h.readShadow)
	if err != nil {
		n.Unknown("passwords", err)
		n.Unknown("bad_shadow", err)
		return
	}
	if !s.exists {
		n.Remark("passwords", "there is no /etc/shadow")
	}
	out.BadShadow = s.malformed
	used := map[string]bool{}
	for i, l := range a.users {
		p := passwordOf(l, s)
		p.join(out.Users[i])
		used[l.name] = true
		if why := n.At(fmt.Sprintf("users[%d].login_shell", i), nil).Err; why != nil {
			n.Unknown(fmt.Sprintf("passwords[%d].login_shell", len(out.Passwords)), why)
		}
		out.Passwords = append(out.Passwords, p)
	}
	for _, l := range s.lines {
		if !used[l.name] {
			out.Passwords = append(out.Passwords, l.describe())
		}
	}
}

// passwordOf takes the field of passwd where it does not point to shadow: that
// one is then in force.
func passwordOf(u passwdLine, s shadowFile) Password {
	if u.password != "x" {
		return shadowLine{name: u.name, origin: u.origin, password: u.password}.describe()
	}
	for _, l := range s.lines {
		if l.name == u.name {
			return l.describe()
		}
	}
	return Password{Name: u.name, State: "none", Origin: u.origin}
}

func (l shadowLine) describe() Password {
	p := Password{
		Name: l.name, Origin: l.origin, LastChange: l.lastChange, MinDays: l.min, MaxDays: l.max,
		WarnDays: l.warn, InactiveDays: l.inactive, ExpireDay: l.expire,
	}
	p.State, p.Algorithm = passwordState(l.password)
	p.Hashed = p.Algorithm != nil
	return p
}

func (p *Password) join(u User) {
	p.UID, p.Shell, p.LoginShell = &u.UID, &u.Shell, &u.LoginShell
}

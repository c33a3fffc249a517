package docker

import "testing"

// Who asks after a reader broke off must not take the zero value for an answer.
func TestMemoRemembersAPanic(t *testing.T) {
	var m memo[int]
	func() {
		defer func() { recover() }()
		m.get(func() (int, error) { panic("broken") })
	}()
	if v, err := m.get(func() (int, error) { return 1, nil }); err != errBroken {
		t.Errorf("got %d, %v; want %v", v, err, errBroken)
	}
}

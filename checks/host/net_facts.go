package host

// netFacts is what the facts about firewalls and desktops share.
type netFacts struct {
	dconfUser memo[dconfProfile]
	dconfGDM  memo[dconfProfile]
	schemas   memo[schemas]
}

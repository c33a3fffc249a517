package dockertest

import (
	"net/url"
	"path"
	"regexp"
	"strings"
)

// Key spells a request as the files of a recording are named, without ".json":
// GET /v1.41/containers/json?all=true is containers/json@all=1. Parameters are
// sorted; those that are off are dropped, and a colon is %3A, which every file
// system and archive can hold.
func Key(uri string) (string, error) {
	u, err := url.Parse(uri)
	if err != nil {
		return "", err
	}
	key := strings.ReplaceAll(strings.Trim(path.Clean(unversioned(u.Path)), "/"), ":", "%3A")
	query := u.Query()
	for name, values := range query {
		switch values[0] {
		case "", "0", "false", "False":
			query.Del(name)
		case "true", "True":
			query.Set(name, "1")
		}
	}
	if len(query) > 0 {
		key += "@" + query.Encode()
	}
	return key, nil
}

var versionPrefix = regexp.MustCompile(`^/v(\d+\.\d+)/`)

func unversioned(p string) string { return versionPrefix.ReplaceAllString(p, "/") }

package host

import "context"

// versionOf is the version of the first of the packages that is installed, as the
// databases have it. Without a database, or one of it that can be read, none is.
func (h *Host) versionOf(ctx context.Context, names ...string) (found installed, ok bool) {
	db, err := h.packages.get(ctx, h.readPackages)
	if err != nil {
		return installed{}, false
	}
	for _, name := range names {
		if whole, _ := db.find(name); whole != nil {
			return whole[0], true
		}
	}
	return installed{}, false
}

package host

import (
	"context"
	"fmt"
	"path"
	"strings"
)

// schemas are GLib's compiled schemas; the zero value is none.
type schemas struct {
	gvdb
	byID gvdbTable
}

func (h *Host) readSchemas(context.Context) (out schemas, err error) {
	b, found, err := h.readOptional(compiledSchemas)
	if err != nil || !found {
		return out, err
	}
	if out.gvdb, out.byID, err = parseGvdb(b); err != nil {
		return out, fmt.Errorf("%s: %w", compiledSchemas, err)
	}
	return out, nil
}

// schemaDefault reads the default of the schema whose path the key lies in:
// GNOME's schemas are named as their paths. Without a schema it is the zero
// value.
func (h *Host) schemaDefault(ctx context.Context, key string) (v dconfValue, err error) {
	all, err := h.schemas.get(ctx, h.readSchemas)
	if err != nil {
		return v, err
	}
	id, name := schemaOf(key)
	schema, err := all.sub(all.byID, id)
	item, found := schema[name]
	if err != nil || !found || item.kind != 'v' {
		return v, err
	}
	v.origin = "default of schema " + id
	if v.variant, err = decodeDefault(item.data, all.order); err != nil {
		return v, fmt.Errorf("%s: %s: %w", compiledSchemas, key, err)
	}
	return v, nil
}

func schemaOf(key string) (id, name string) {
	dir, name := path.Split(key)
	return strings.ReplaceAll(strings.Trim(dir, "/"), "/", "."), name
}

package docker

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
)

const getBridge = "GET /networks/bridge"

// bridgeReports is what the default bridge network was made with. An engine
// with "bridge": "none" has no such network.
func (d *Docker) bridgeReports(ctx context.Context) (reports, error) {
	raw, err := d.get(ctx, "/networks/bridge")
	if errors.Is(err, fs.ErrNotExist) {
		return noBridge(), nil
	}
	if err != nil {
		return nil, err
	}
	return parseBridge(raw)
}

func noBridge() reports {
	return reports{"bridge": {value: "none", from: getBridge + ": no such network"}}
}

func parseBridge(raw []byte) (reports, error) {
	var b struct {
		Options    map[string]string
		EnableIPv6 *bool
	}
	g, err := decodeGaps(raw, &b, "")
	if err == nil {
		err = g.first()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", getBridge, err)
	}
	out := reports{}
	for name, key := range map[string]string{
		"icc": "com.docker.network.bridge.enable_icc", "ip-masq": "com.docker.network.bridge.enable_ip_masquerade",
	} {
		if on, err := strconv.ParseBool(b.Options[key]); err == nil {
			out[name] = report{value: on, from: getBridge + " Options." + key}
		}
	}
	if ip, ok := b.Options["com.docker.network.bridge.host_binding_ipv4"]; ok {
		out["ip"] = report{value: ip, from: getBridge + " Options.com.docker.network.bridge.host_binding_ipv4"}
	}
	if n, err := strconv.ParseInt(b.Options["com.docker.network.driver.mtu"], 10, 64); err == nil {
		out["mtu"] = report{value: n, from: getBridge + " Options.com.docker.network.driver.mtu"}
	}
	if b.EnableIPv6 != nil {
		out["ipv6"] = report{value: *b.EnableIPv6, from: getBridge + " EnableIPv6"}
	}
	return out, nil
}

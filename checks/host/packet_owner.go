package host

import "strings"

// tableOwner tells by its name which program a table is from. Those of the
// iptables commands have the kernel's old names.
func tableOwner(family, name string, chains []string) string {
	switch {
	case name == "firewalld":
		return "firewalld"
	case strings.HasPrefix(name, "docker"):
		return "docker"
	case strings.HasPrefix(name, "libvirt"):
		return "libvirt"
	case strings.HasPrefix(name, "f2b-"):
		return "fail2ban"
	case name == "netavark":
		return "podman"
	case strings.HasPrefix(name, "kube-proxy"):
		return "kubernetes"
	case family != "inet" && isXtables(name, chains):
		return "iptables"
	}
	return "nftables"
}

// isXtables knows what iptables-nft makes: a table of the old names whose chains
// are in capitals.
func isXtables(name string, chains []string) bool {
	switch name {
	case "filter", "nat", "mangle", "raw", "security":
	default:
		return false
	}
	for _, c := range chains {
		switch c {
		case "INPUT", "FORWARD", "OUTPUT", "PREROUTING", "POSTROUTING":
			return true
		}
	}
	return false
}

// isForeignChain knows the chains that programs add to iptables' tables.
func isForeignChain(name string) bool {
	for _, start := range []string{"DOCKER", "ufw-", "ufw6-", "LIBVIRT_", "f2b-", "KUBE-", "CNI-", "CILIUM_", "cali-", "ts-", "NETAVARK", "IN_", "FWD_"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}

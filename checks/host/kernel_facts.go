package host

// kernelFacts is what the facts about the kernel and its boot share.
type kernelFacts struct {
	sysctls  memo[sysctlTable]
	ipv6     memo[ipv6State]
	boot     memo[bootConfig]
	modules  memo[moduleTrees]
	modprobe memo[modprobeConfig]
	loaded   memo[map[string]int]
	limits   memo[[]limitLine]
	fstab    memo[[]mountLine]
}

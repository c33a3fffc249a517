package host

import "scantling/checks/fact"

// FactGroups are the facts by subject, as a reader looks for them.
var FactGroups = []fact.Group{
	{Title: "The machine", Facts: []fact.Fact{
		HostFact, PackageFact, BootFact, KernelModuleFact, FilesystemsFact, SysctlFact, MountFact, NetworkFact,
		ProcessFact, ListeningFact, ListenSocketsFact,
	}},
	{Title: "Files", Facts: []fact.Fact{
		FileFact, FilesFact, FileTreeFact, LocalFilesFact, BannerFact, LogrotateFact, TmpfilesFact, AideFact,
		AideRuleFact,
	}},
	{Title: "Accounts and sessions", Facts: []fact.Fact{
		AccountsFact, GroupFact, HomesFact, LoginDefsFact, UseraddFact, LibuserFact, ShellsFact, ShellInitFact,
		PAMUmaskFact, LimitFact,
	}},
	{Title: "Access", Facts: []fact.Fact{
		SSHDFact, SudoersFact, PAMFact, PAMUnixFact, FaillockFact, PwqualityFact, PwhistoryFact, AuthselectFact,
		CryptoPolicyFact, AppArmorFact, SELinuxFact,
	}},
	{Title: "Services", Facts: []fact.Fact{
		UnitFact, SystemdConfFact, TimeDaemonFact, ChronyFact, MailServerFact, ApportFact,
	}},
	{Title: "Firewall", Facts: []fact.Fact{
		FirewallFact, UFWFact, FirewalldFact, NetfilterFact, UnruledPortsFact,
	}},
	{Title: "Logs and audit", Facts: []fact.Fact{
		LogSinkFact, JournaldFact, RsyslogFact, AuditFact, AuditRulesFact, AuditWatchFact, AuditRunsFact,
		AuditdConfFact,
	}},
	{Title: "Package sources", Facts: []fact.Fact{
		AptFact, AptConfFact, DnfFact,
	}},
	{Title: "Desktop", Facts: []fact.Fact{
		GDMFact, DconfFact, DconfGDMFact,
	}},
}

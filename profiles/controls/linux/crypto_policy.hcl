# Red Hat's system-wide crypto policies. The policy that was applied counts, and
# the one that is configured must not be weaker.

control "crypto_policy_not_legacy" {
  title    = "The system-wide crypto policy is not LEGACY"
  severity = "high"

  when     = crypto_policy.exists
  when_not = "This distribution has no system-wide crypto policies."
  check    = !startswith(coalesce(crypto_policy.config, "none"), "LEGACY") && !startswith(coalesce(crypto_policy.current, "none"), "LEGACY")

  message   = "The crypto policy is ${coalesce(crypto_policy.config, "not configured")}, applied is ${coalesce(crypto_policy.current, "none")}"
  rationale = "LEGACY lets programs agree on algorithms that are broken, for the sake of machines long out of care."
  remediation {
    text       = "Run update-crypto-policies --set DEFAULT, then restart the machine or at least its services."
    impact     = "Peers that know only old algorithms can no longer connect."
    disruption = "reboot"
  }
}

control "crypto_policy_no_sha1" {
  title    = "The system-wide crypto policy has no SHA-1 hashes and signatures"
  severity = "medium"

  when     = crypto_policy.exists
  when_not = "This distribution has no system-wide crypto policies."
  check = (
    length(crypto_policy.settings) > 0 &&
    none([for s in crypto_policy.settings : s.scope == "" ? s.key : "${s.key}@${s.scope}" if contains(["hash", "sign"], s.key) && any([for v in s.values : matches("(^|-)SHA1$", v)])]) &&
    none([for s in crypto_policy.settings : join(" ", s.values) if s.key == "sha1_in_certs" && join("", s.values) != "0"])
  )

  message   = length(crypto_policy.settings) == 0 ? "No policy was applied" : "SHA-1 is allowed by ${join(", ", [for s in crypto_policy.settings : s.scope == "" ? s.key : "${s.key}@${s.scope}" if contains(["hash", "sign"], s.key) && any([for v in s.values : matches("(^|-)SHA1$", v)]) || s.key == "sha1_in_certs" && join("", s.values) != "0"])}"
  rationale = "Two documents with one SHA-1 sum can be made for the price of a car, so a signature over it proves little."
  remediation {
    text       = "Write hash = -SHA1, sign = -*-SHA1 and sha1_in_certs = 0 to /etc/crypto-policies/policies/modules/NO-SHA1.pmod, run update-crypto-policies --set ${coalesce(crypto_policy.config, "DEFAULT")}:NO-SHA1 (with :NAME behind it for each other module that is wanted: what was set before is replaced), then restart the machine."
    impact     = "Certificates and packages that are signed with SHA-1 are refused."
    disruption = "reboot"
  }
}

control "crypto_policy_no_short_mac" {
  title    = "The system-wide crypto policy has no 64-bit message authentication codes"
  severity = "medium"

  when     = crypto_policy.exists
  when_not = "This distribution has no system-wide crypto policies."
  check    = length(crypto_policy.settings) > 0 && none([for s in crypto_policy.settings : s.scope == "" ? s.key : "${s.key}@${s.scope}" if s.key == "mac" && any([for v in s.values : endswith(v, "-64")])])

  message   = length(crypto_policy.settings) == 0 ? "No policy was applied" : "Codes of 64 bits are allowed by ${join(", ", [for s in crypto_policy.settings : s.scope == "" ? s.key : "${s.key}@${s.scope}" if s.key == "mac" && any([for v in s.values : endswith(v, "-64")])])}"
  rationale = "Codes as short as 64 bits can be met by chance within the traffic of a fast link."
  remediation {
    text       = "Write mac = -*-64 to /etc/crypto-policies/policies/modules/NO-WEAKMAC.pmod, run update-crypto-policies --set ${coalesce(crypto_policy.config, "DEFAULT")}:NO-WEAKMAC (with :NAME behind it for each other module that is wanted: what was set before is replaced), then restart the machine."
    impact     = "Peers without longer codes can no longer connect."
    disruption = "reboot"
  }
}

# What each of the SSH implementations gets: its own line, else the general one.
control "crypto_policy_ssh_cipher" {
  param "name" { # how people call what must not be there
    type = string
  }
  param "pattern" {
    type = string
  }
  param "module" {
    type = string
  }
  title    = "The system-wide crypto policy gives SSH no ${param.name} ciphers"
  severity = "medium"

  when     = crypto_policy.exists
  when_not = "This distribution has no system-wide crypto policies."
  check    = length(crypto_policy.ssh) > 0 && none([for b in crypto_policy.ssh : b.backend if any([for c in b.cipher : matches(param.pattern, c)])])

  message   = length(crypto_policy.ssh) == 0 ? "No policy was applied" : "${join(", ", [for b in crypto_policy.ssh : "${b.backend} may use ${join(" ", [for c in b.cipher : c if matches(param.pattern, c)])}" if any([for c in b.cipher : matches(param.pattern, c)])])}"
  rationale = "Attacks on how SSH uses these ciphers let somebody on the way recover plain text or cut messages from the start of a session unseen."
  remediation {
    text       = "Write cipher@SSH = -${join(" -", distinct(concat([for b in crypto_policy.ssh : join(" -", [for c in b.cipher : c if matches(param.pattern, c)]) if any([for c in b.cipher : matches(param.pattern, c)])])))} to /etc/crypto-policies/policies/modules/${param.module}.pmod, run update-crypto-policies --set ${coalesce(crypto_policy.config, "DEFAULT")}:${param.module} (with :NAME behind it for each other module that is wanted: what was set before is replaced), then restart sshd."
    impact     = "SSH peers that offer nothing else can no longer connect."
    disruption = "restart_daemon"
  }
}

control "crypto_policy_ssh_no_etm" {
  title    = "The system-wide crypto policy gives SSH no encrypt-then-MAC"
  severity = "low"

  when     = crypto_policy.exists
  when_not = "This distribution has no system-wide crypto policies."
  check    = length(crypto_policy.ssh) > 0 && none([for b in crypto_policy.ssh : b.backend if coalesce(b.etm, "ANY") != "DISABLE_ETM"])

  message   = length(crypto_policy.ssh) == 0 ? "No policy was applied" : "Encrypt-then-MAC is not switched off for ${join(", ", [for b in crypto_policy.ssh : b.backend if coalesce(b.etm, "ANY") != "DISABLE_ETM"])}"
  rationale = "Together with CBC ciphers this mode lets somebody on the way cut messages from the start of a session unseen (CVE-2023-48795)."
  remediation {
    text       = "Write etm@SSH = DISABLE_ETM to /etc/crypto-policies/policies/modules/NO-SSHETM.pmod, run update-crypto-policies --set ${coalesce(crypto_policy.config, "DEFAULT")}:NO-SSHETM (with :NAME behind it for each other module that is wanted: what was set before is replaced), then restart sshd."
    impact     = "With peers that are up to date against that attack the mode is the better one; weigh it before you switch it off."
    disruption = "restart_daemon"
  }
}

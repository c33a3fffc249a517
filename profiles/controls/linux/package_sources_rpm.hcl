# The same for machines with dnf.

control "rpm_keys_reviewed" {
  title    = "The keys that rpm trusts are known"
  severity = "medium"

  question  = "Is each of these keys needed, and whose it should be?"
  procedure = "Run rpm -qi gpg-pubkey and compare the fingerprints with those that the makers publish; look at gpgkey= of each repository below."
  evidence  = [dnf.keys, dnf.repos]
  rationale = "The owners of these keys decide which packages are taken for genuine."
  remediation {
    text       = "Run rpm -e with the name of each gpg-pubkey entry that nobody needs, and disable the repositories that it signs."
    impact     = "Packages signed with a removed key are refused."
    disruption = "none"
  }
}

control "dnf_repos_reviewed" {
  # Of the repositories that were agreed on; with them the row is decided.
  param "allowed" {
    type    = list(string)
    default = []
  }
  title    = "dnf takes packages only from places that were agreed on"
  severity = "medium"

  ask   = length(param.allowed) == 0 && length(dnf.repos) > 0
  check = none([for r in dnf.repos : "${r.id} (${r.file})" if r.enabled && !any([for a in param.allowed : glob(a, r.id)])])

  message   = "Not agreed on: ${join(", ", [for r in dnf.repos : "${r.id} (${r.file})" if r.enabled && !any([for a in param.allowed : glob(a, r.id)])])}"
  rationale = "Every repository is one more party whose packages are installed, and whose mistakes are shared."
  question  = "Is every repository needed, and from whom it should be?"
  procedure = "Read the repositories below, or run dnf repolist -v. To have it decided from now on, give the parameter allowed the names that were agreed on."
  evidence  = [dnf.repos]
  remediation {
    text       = "Disable what is not needed with dnf config-manager --set-disabled ${join(" ", [for r in dnf.repos : r.id if r.enabled && !any([for a in param.allowed : glob(a, r.id)])])}, or add the names to the parameter allowed."
    impact     = "Packages that came from a disabled repository get no updates any more."
    disruption = "none"
  }
}

control "dnf_gpgcheck" {
  title    = "dnf installs signed packages only"
  severity = "high"

  check = dnf.gpgcheck && none([for r in dnf.repos : "${r.id} (${r.file})" if !r.gpgcheck])

  message   = dnf.gpgcheck ? "Signatures are not asked for in ${join(", ", [for r in dnf.repos : "${r.id} (${r.file})" if !r.gpgcheck])}" : "gpgcheck is off in ${dnf.file}"
  rationale = "Without signatures a package is what the mirror, or whoever sits on the way to it, says that it is. A repository that is disabled today can be enabled for one command."
  remediation {
    text       = "Set gpgcheck=1 in [main] of ${dnf.file}${length([for r in dnf.repos : r if !r.gpgcheck]) == 0 ? "" : ", and remove gpgcheck=0 from ${join(", ", [for r in dnf.repos : "${r.file} [${r.id}]" if !r.gpgcheck])}"}."
    impact     = "Packages without a signature by a key that rpm knows are refused; import the key of the repository first."
    disruption = "none"

    fix "settings" {
      when = none([for r in dnf.repos : r if !r.gpgcheck && r.file != dnf.file])
      path = dnf.file
      form = "ini"
      in   = "main"
      set  = { gpgcheck = "1" }
    }
  }
}

control "dnf_repo_gpgcheck" {
  title    = "dnf verifies the signed lists of packages"
  severity = "medium"

  check = dnf.repo_gpgcheck && none([for r in dnf.repos : "${r.id} (${r.file})" if !r.repo_gpgcheck])

  message   = dnf.repo_gpgcheck ? "Not verified for ${join(", ", [for r in dnf.repos : "${r.id} (${r.file})" if !r.repo_gpgcheck])}" : "repo_gpgcheck is off in ${dnf.file}"
  rationale = "Signed packages can still be withheld: a mirror that shows an old list keeps a machine on a version with known flaws. Only a signed list tells."
  remediation {
    text       = "Set repo_gpgcheck=1 in [main] of ${dnf.file}, and repo_gpgcheck=0 only for repositories whose makers sign no lists."
    impact     = "A repository whose lists are not signed cannot be used any more; Red Hat's own are among them at this time. Ask their makers before you switch it on."
    disruption = "none"

    fix "settings" {
      path = dnf.file
      form = "ini"
      in   = "main"
      set  = { repo_gpgcheck = "1" }
    }
  }
}

control "dnf_no_weak_deps" {
  title    = "dnf installs only what packages need"
  severity = "low"

  check = !dnf.install_weak_deps

  message   = "install_weak_deps is on"
  rationale = "What packages only recommend is installed without anybody having asked for it, and has flaws of its own."
  remediation {
    text       = "Set install_weak_deps=False in [main] of ${dnf.file}."
    impact     = "Functions that rest on a recommended package are missing until it is installed by name."
    disruption = "none"

    fix "settings" {
      path = dnf.file
      form = "ini"
      in   = "main"
      set  = { install_weak_deps = "False" }
    }
  }
}

case "apt_keys_reviewed" "manual" {
  apt = { exists = true, keyrings = [], sources = [] }
}

case "apt_keys_reviewed" "unknown" {
  apt = {}
}

case "apt_keys_reviewed" "not_applicable" {
  apt = { exists = false }
}

case "apt_sources_reviewed" "pass" {
  with = { allowed = ["https://mirror.example/"] }
  apt = { exists = true, sources = [
    { file = "/etc/apt/sources.list:1", enabled = true, uris = ["https://mirror.example/debian"] },
    { file = "/etc/apt/sources.list:2", enabled = false, uris = ["http://example.org/"] },
  ] }
}

case "apt_sources_reviewed" "fail" {
  with = { allowed = ["https://mirror.example/"] }
  apt = { exists = true, sources = [
    { file = "/etc/apt/sources.list:1", enabled = true, uris = ["https://mirror.example/debian"] },
    { file = "/etc/apt/sources.list:2", enabled = true, uris = ["http://example.org/"] },
  ] }
  message = "Not agreed on: http://example.org/ (/etc/apt/sources.list:2)"
}

case "apt_sources_reviewed" "manual" {
  apt = { exists = true, sources = [{ file = "/etc/apt/sources.list:1", enabled = true, uris = ["https://mirror.example/debian"] }] }
}

case "apt_sources_reviewed" "unknown" {
  with = { allowed = ["https://mirror.example/"] }
  apt  = { exists = true }
}

case "apt_sources_reviewed" "not_applicable" {
  apt = { exists = false }
}

case "apt_sources_signed_by" "pass" {
  apt = { exists = true, sources = [
    { file = "a.sources:1", enabled = true, signed_by = "/etc/apt/keyrings/a.gpg", trusted = false },
    { file = "b.sources:1", enabled = false, signed_by = null, trusted = true },
  ] }
}

case "apt_sources_signed_by" "fail" {
  apt     = { exists = true, sources = [{ file = "/etc/apt/sources.list:1", enabled = true, signed_by = null, trusted = false }] }
  message = "Without Signed-By, or taken unsigned: /etc/apt/sources.list:1"
}

case "apt_sources_signed_by" "fail" { # a key is named, and not asked for
  apt = { exists = true, sources = [{ file = "/etc/apt/sources.list:1", enabled = true, signed_by = "/a.gpg", trusted = true }] }
}

case "apt_sources_signed_by" "unknown" {
  apt = { exists = true }
}

case "apt_sources_signed_by" "not_applicable" {
  apt = { exists = false }
}

case "apt_option_off" "pass" {
  with     = { options = ["APT::Install-Recommends", "APT::Install-Suggests"] }
  apt      = { exists = true }
  apt_conf = { "APT::Install-Recommends" = { enabled = false }, "APT::Install-Suggests" = { enabled = false } }
}

case "apt_option_off" "fail" {
  with     = { options = ["APT::Install-Recommends", "APT::Install-Suggests"] }
  apt      = { exists = true }
  apt_conf = { "APT::Install-Recommends" = { enabled = true }, "APT::Install-Suggests" = { enabled = false } }
  message  = "On: APT::Install-Recommends"
}

case "apt_option_off" "unknown" {
  with     = { options = ["APT::Install-Recommends"] }
  apt      = { exists = true }
  apt_conf = { "APT::Install-Recommends" = {} }
}

case "apt_option_off" "not_applicable" {
  with = { options = ["APT::Install-Recommends"] }
  apt  = { exists = false }
}

case "updates_installed" "manual" {
}

case "rpm_keys_reviewed" "manual" {
}

case "dnf_repos_reviewed" "pass" {
  with = { allowed = ["rhel-9-*"] }
  dnf  = { repos = [{ id = "rhel-9-baseos", enabled = true, file = "redhat.repo:1" }, { id = "epel", enabled = false, file = "epel.repo:1" }] }
}

case "dnf_repos_reviewed" "fail" {
  with    = { allowed = ["rhel-9-*"] }
  dnf     = { repos = [{ id = "rhel-9-baseos", enabled = true, file = "redhat.repo:1" }, { id = "epel", enabled = true, file = "epel.repo:1" }] }
  message = "Not agreed on: epel (epel.repo:1)"
}

case "dnf_repos_reviewed" "manual" {
  dnf = { repos = [{ id = "epel", enabled = true, file = "epel.repo:1" }] }
}

case "dnf_repos_reviewed" "unknown" {
  with = { allowed = ["rhel-9-*"] }
  dnf  = {}
}

case "dnf_gpgcheck" "pass" {
  dnf = { gpgcheck = true, repos = [{ id = "a", file = "a.repo:1", gpgcheck = true }] }
}

case "dnf_gpgcheck" "fail" {
  dnf     = { gpgcheck = false, file = "/etc/dnf/dnf.conf", repos = [{ id = "a", file = "a.repo:1", gpgcheck = true }] }
  message = "gpgcheck is off in /etc/dnf/dnf.conf"
}

case "dnf_gpgcheck" "fail" {
  dnf     = { gpgcheck = true, file = "/etc/dnf/dnf.conf", repos = [{ id = "a", file = "a.repo:1", gpgcheck = false }] }
  message = "Signatures are not asked for in a (a.repo:1)"
}

case "dnf_gpgcheck" "unknown" {
  dnf = { gpgcheck = true }
}

case "dnf_repo_gpgcheck" "pass" {
  dnf = { repo_gpgcheck = true, repos = [{ id = "a", file = "a.repo:1", repo_gpgcheck = true }] }
}

case "dnf_repo_gpgcheck" "fail" {
  dnf     = { repo_gpgcheck = false, file = "/etc/dnf/dnf.conf", repos = [{ id = "a", file = "a.repo:1", repo_gpgcheck = true }] }
  message = "repo_gpgcheck is off in /etc/dnf/dnf.conf"
}

case "dnf_repo_gpgcheck" "fail" {
  dnf     = { repo_gpgcheck = true, file = "/etc/dnf/dnf.conf", repos = [{ id = "a", file = "a.repo:1", repo_gpgcheck = false }] }
  message = "Not verified for a (a.repo:1)"
}

case "dnf_repo_gpgcheck" "unknown" {
  dnf = { repo_gpgcheck = true }
}

case "dnf_no_weak_deps" "pass" {
  dnf = { install_weak_deps = false }
}

case "dnf_no_weak_deps" "fail" {
  dnf = { install_weak_deps = true, file = "/etc/dnf/dnf.conf" }
}

case "dnf_no_weak_deps" "unknown" {
  dnf = {}
}

case "files_restricted" "pass" { # stricter than asked for
  with = { paths = ["/etc/shadow"], mode = "0640", groups = ["shadow"] }
  files = { "/etc/shadow" = { exists = true, found = [
    { path = "/etc/shadow", mode = "0400", uid = 0, gid = 0, group = "root", acl = [], access = "mode 0400, root:root" },
  ] } }
}

case "files_restricted" "pass" { # none is as good
  with  = { paths = ["/etc/motd"], mode = "0644", absent_ok = true }
  files = { "/etc/motd" = { exists = false, found = [] } }
}

case "files_restricted" "fail" {
  with = { paths = ["/etc/crontab", "/etc/cron.d/*"], mode = "0600" }
  files = {
    "/etc/crontab" = { exists = true, found = [{ path = "/etc/crontab", mode = "0600", uid = 0, gid = 0, group = "root", acl = [], access = "" }] }
    "/etc/cron.d/*" = { exists = true, found = [
      { path = "/etc/cron.d/a", mode = "0600", uid = 0, gid = 0, group = "root", acl = [], access = "" },
      { path = "/etc/cron.d/b", mode = "0644", uid = 0, gid = 0, group = "root", acl = [], access = "mode 0644, root:root" },
    ] }
  }
  message = "/etc/cron.d/b has mode 0644, root:root; mode 0600 and root:root are the most it may grant"
}

case "files_restricted" "fail" { # of the right mode, but another's
  with = { paths = ["/etc/shadow"], mode = "0640", groups = ["shadow"] }
  files = { "/etc/shadow" = { exists = true, found = [
    { path = "/etc/shadow", mode = "0640", uid = 0, gid = 4, group = "adm", acl = [], access = "mode 0640, root:adm" },
  ] } }
  message = "/etc/shadow has mode 0640, root:adm; mode 0640 and root:root or root:shadow are the most it may grant"
}

case "files_restricted" "fail" { # the mode hides an access list
  with = { paths = ["/etc/shadow"], mode = "0640", groups = ["shadow"] }
  files = { "/etc/shadow" = { exists = true, found = [
    { path = "/etc/shadow", mode = "0640", uid = 0, gid = 42, group = "shadow", acl = [{ entry = "user:kim:r--", user = "kim", group = "", as_other = "0004" }], access = "mode 0640, root:shadow, user:kim:r--" },
  ] } }
  message = "/etc/shadow has mode 0640, root:shadow, user:kim:r--; mode 0640 and root:root or root:shadow are the most it may grant"
}

case "files_restricted" "unknown" {
  with = { paths = ["/etc/shadow"], mode = "0640" }
}

case "files_restricted" "unknown" { # what group 4 is called cannot be read
  with = { paths = ["/etc/shadow"], mode = "0640", groups = ["shadow"] }
  files = { "/etc/shadow" = { exists = true, found = [
    { path = "/etc/shadow", mode = "0640", uid = 0, gid = 4, acl = [] },
  ] } }
}

case "files_restricted" "not_applicable" {
  with  = { paths = ["/etc/motd"], mode = "0644" }
  files = { "/etc/motd" = { exists = false, found = [] } }
}

case "package_files_reviewed" "manual" {
  host = { os_name = "Red Hat Enterprise Linux 9.6 (Plow)", root = true }
}

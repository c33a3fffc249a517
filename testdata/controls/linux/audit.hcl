case "audit_watch_present" "pass" {
  with        = { path = "/usr/bin/dockerd" }
  file        = { "/usr/bin/dockerd" = { exists = true } }
  audit_watch = { "/usr/bin/dockerd" = { covered = true } }
}

case "audit_watch_present" "pass" { # at the distribution's own place
  with = { path = "/usr/bin/dockerd", elsewhere = ["/usr/sbin/dockerd"] }
  file = {
    "/usr/bin/dockerd"  = { exists = false }
    "/usr/sbin/dockerd" = { exists = true }
  }
  audit_watch = {
    "/usr/bin/dockerd"  = { covered = false }
    "/usr/sbin/dockerd" = { covered = true }
  }
}

case "audit_watch_present" "fail" {
  with        = { path = "/usr/bin/dockerd" }
  file        = { "/usr/bin/dockerd" = { exists = true } }
  audit_watch = { "/usr/bin/dockerd" = { covered = false } }
  message     = "No audit rule records writes and attribute changes of /usr/bin/dockerd"
}

case "audit_watch_present" "fail" { # of two copies one is not watched
  with = { path = "/usr/bin/runc", elsewhere = ["/usr/local/bin/runc"] }
  file = {
    "/usr/bin/runc"       = { exists = true }
    "/usr/local/bin/runc" = { exists = true }
  }
  audit_watch = {
    "/usr/bin/runc"       = { covered = true }
    "/usr/local/bin/runc" = { covered = false }
  }
  message = "No audit rule records writes and attribute changes of /usr/local/bin/runc"
}

case "audit_watch_present" "unknown" { # the rules cannot be read
  with = { path = "/usr/bin/dockerd" }
  file = { "/usr/bin/dockerd" = { exists = true } }
}

case "audit_watch_present" "unknown" { # a remote engine: no file can be seen
  with = { path = "/usr/bin/dockerd" }
}

case "audit_watch_present" "not_applicable" {
  with = { path = "/etc/sysconfig/docker" }
  file = { "/etc/sysconfig/docker" = { exists = false } }
}

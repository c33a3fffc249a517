case "job_files_restricted" "pass" {
  with    = { paths = ["/etc/cron.d"], mode = "0700", packages = ["cron"] }
  package = { "cron" = { installed = true } }
  files   = { "/etc/cron.d" = { exists = true, found = [{ path = "/etc/cron.d", mode = "0700", uid = 0, gid = 0, group = "root", acl = [] }] } }
}

case "job_files_restricted" "fail" {
  with    = { paths = ["/etc/cron.d"], mode = "0700", packages = ["cron", "cronie"] }
  package = { "cron" = { installed = false }, "cronie" = { installed = true } }
  files   = { "/etc/cron.d" = { exists = true, found = [{ path = "/etc/cron.d", mode = "0755", uid = 0, gid = 0, group = "root", acl = [], access = "mode 0755, root:root" }] } }
  message = "/etc/cron.d has mode 0755, root:root; mode 0700 and root:root are the most it may grant"
}

case "job_files_restricted" "unknown" { # what is installed cannot be read
  with  = { paths = ["/etc/cron.d"], mode = "0700", packages = ["cron"] }
  files = { "/etc/cron.d" = { exists = true, found = [] } }
}

case "job_files_restricted" "unknown" {
  with    = { paths = ["/etc/cron.d"], mode = "0700", packages = ["cron"] }
  package = { "cron" = { installed = true } }
}

case "job_files_restricted" "not_applicable" {
  with    = { paths = ["/etc/cron.d"], mode = "0700", packages = ["cron"] }
  package = { "cron" = { installed = false } }
  files   = { "/etc/cron.d" = { exists = true, found = [{ path = "/etc/cron.d", mode = "0755", uid = 0, gid = 0, group = "root", acl = [] }] } }
}

case "job_files_restricted" "not_applicable" {
  with    = { paths = ["/etc/cron.yearly"], mode = "0700", packages = ["cron"] }
  package = { "cron" = { installed = true } }
  files   = { "/etc/cron.yearly" = { exists = false, found = [] } }
}

case "job_users_listed" "pass" {
  with    = { allow = "/etc/cron.allow", deny = "/etc/cron.deny", groups = ["crontab"], packages = ["cron"] }
  package = { "cron" = { installed = true } }
  files = {
    "/etc/cron.allow" = { exists = true, found = [{ path = "/etc/cron.allow", type = "file", mode = "0640", uid = 0, gid = 101, group = "crontab", acl = [] }] }
    "/etc/cron.deny"  = { exists = false, found = [] }
  }
}

case "job_users_listed" "fail" { # no list
  with    = { allow = "/etc/cron.allow", deny = "/etc/cron.deny", packages = ["cron"] }
  package = { "cron" = { installed = true } }
  files = {
    "/etc/cron.allow" = { exists = false, found = [] }
    "/etc/cron.deny"  = { exists = false, found = [] }
  }
  message = "/etc/cron.allow does not exist: who may plan jobs is left to the program's default"
}

case "job_users_listed" "fail" { # the other list is open
  with    = { allow = "/etc/at.allow", deny = "/etc/at.deny", groups = ["daemon"], packages = ["at"] }
  package = { "at" = { installed = true } }
  files = {
    "/etc/at.allow" = { exists = true, found = [{ path = "/etc/at.allow", type = "file", mode = "0640", uid = 0, gid = 0, group = "root", acl = [] }] }
    "/etc/at.deny"  = { exists = true, found = [{ path = "/etc/at.deny", mode = "0644", uid = 0, gid = 1, group = "daemon", acl = [], access = "mode 0644, root:daemon" }] }
  }
  message = "/etc/at.deny has mode 0644, root:daemon; mode 0640 and root:root or root:daemon are the most it may grant"
}

case "job_users_listed" "fail" {
  with    = { allow = "/etc/cron.allow", deny = "/etc/cron.deny", packages = ["cron"] }
  package = { "cron" = { installed = true } }
  files = {
    "/etc/cron.allow" = { exists = true, found = [{ path = "/etc/cron.allow", type = "fifo", mode = "0640", uid = 0, gid = 0, group = "root", acl = [] }] }
    "/etc/cron.deny"  = { exists = false, found = [] }
  }
  message = "/etc/cron.allow is no file"
}

case "job_users_listed" "unknown" {
  with    = { allow = "/etc/cron.allow", deny = "/etc/cron.deny", packages = ["cron"] }
  package = { "cron" = { installed = true } }
}

case "job_users_listed" "not_applicable" {
  with    = { allow = "/etc/at.allow", deny = "/etc/at.deny", packages = ["at"] }
  package = { "at" = { installed = false } }
  files = {
    "/etc/at.allow" = { exists = false, found = [] }
    "/etc/at.deny"  = { exists = false, found = [] }
  }
}

case "uid_zero_only_root" "pass" {
  accounts = { users = [{ name = "root", uid = 0 }, { name = "kim", uid = 1000 }] }
}

case "uid_zero_only_root" "fail" {
  accounts = { users = [{ name = "root", uid = 0 }, { name = "toor", uid = 0, origin = "/etc/passwd:7" }] }
  message  = "The user id 0 also belongs to toor (/etc/passwd:7)"
}

case "uid_zero_only_root" "unknown" {
}

case "gid_zero_users" "pass" {
  accounts = { users = [{ name = "root", gid = 0 }, { name = "sync", gid = 0 }, { name = "kim", gid = 1000 }] }
}

case "gid_zero_users" "fail" {
  accounts = { users = [{ name = "kim", gid = 0, origin = "/etc/passwd:7" }] }
  message  = "Group 0 is the primary group of kim (/etc/passwd:7)"
}

case "gid_zero_users" "unknown" {
}

case "gid_zero_groups" "pass" {
  accounts = { groups = [{ name = "root", gid = 0 }, { name = "wheel", gid = 10 }] }
}

case "gid_zero_groups" "fail" {
  accounts = { groups = [{ name = "root", gid = 0 }, { name = "wheel", gid = 0, origin = "/etc/group:5" }] }
  message  = "The group id 0 also belongs to wheel (/etc/group:5)"
}

case "gid_zero_groups" "unknown" {
}

case "root_password_guarded" "pass" {
  accounts = { passwords = [{ name = "root", state = "locked" }] }
}

case "root_password_guarded" "fail" {
  with     = { states = ["set"] }
  accounts = { passwords = [{ name = "root", state = "locked", origin = "/etc/shadow:1" }, { name = "kim", state = "set" }] }
  message  = "The password of root is: locked (/etc/shadow:1)"
}

case "root_password_guarded" "fail" {
  accounts = { passwords = [{ name = "root", state = "empty", origin = "/etc/shadow:1" }] }
}

case "root_password_guarded" "unknown" { # not root: shadow cannot be read
}

case "account_keys_unique" "pass" {
  with     = { kind = "uid" }
  accounts = { shared_users = [{ kind = "gid", key = "0", lines = [] }] }
}

case "account_keys_unique" "fail" {
  with     = { kind = "uid" }
  accounts = { shared_users = [{ kind = "uid", key = "1000", lines = ["kim (/etc/passwd:7)", "sam (/etc/passwd:8)"] }] }
  message  = "The same uid for 1000: kim (/etc/passwd:7), sam (/etc/passwd:8)"
}

case "account_keys_unique" "fail" {
  with     = { kind = "group name" }
  accounts = { shared_groups = [{ kind = "group name", key = "sudo", lines = ["sudo (/etc/group:7)", "sudo (/etc/group:8)"] }] }
}

case "account_keys_unique" "pass" { # whatever is with the users
  with     = { kind = "gid" }
  accounts = { shared_groups = [] }
}

case "account_keys_unique" "unknown" {
  with = { kind = "group name" }
}

case "passwd_groups_exist" "pass" {
  accounts = { users = [{ name = "kim", group = "users" }], malformed = [], bad_groups = [] }
}

case "passwd_groups_exist" "fail" {
  accounts = { users = [{ name = "kim", gid = 777, group = null, origin = "/etc/passwd:7" }], malformed = [], bad_groups = [] }
  message  = "No line of /etc/group has the primary group of kim: 777 (/etc/passwd:7)"
}

case "passwd_groups_exist" "unknown" { # a directory service may have the group
  accounts = { users = [{ name = "kim", gid = 777 }], malformed = [], bad_groups = [] }
}

case "group_without_members" "pass" {
  with  = { group = "shadow" }
  group = { "shadow" = { exists = true, members = [] } }
}

case "group_without_members" "fail" {
  with    = { group = "shadow" }
  group   = { "shadow" = { exists = true, members = ["kim"] } }
  message = "In the group shadow: kim"
}

case "group_without_members" "unknown" {
  with  = { group = "shadow" }
  group = { "shadow" = { exists = true } }
}

case "group_without_members" "not_applicable" {
  with  = { group = "shadow" }
  group = { "shadow" = { exists = false } }
}

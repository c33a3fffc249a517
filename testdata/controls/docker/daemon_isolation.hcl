case "engine_default_ulimits" "pass" {
  docker = { daemon = { default_ulimits = { nofile = { soft = 1024, hard = 4096 }, nproc = { soft = 512, hard = 1024 } } } }
}

case "engine_default_ulimits" "pass" {
  docker = { daemon = { default_ulimits = { nofile = { soft = 1024, hard = 4096 } } } }
  with   = { limits = ["nofile"] }
}

case "engine_default_ulimits" "fail" {
  docker  = { daemon = { default_ulimits = { nofile = { soft = 1024, hard = 4096 } } } }
  message = "No default limit for nproc: containers inherit what dockerd itself may use"
}

case "engine_default_ulimits" "fail" {
  docker = { daemon = { default_ulimits = {} } }
}

case "engine_default_ulimits" "unknown" {
  docker = { daemon = { running = true } }
}

case "engine_user_namespaces" "pass" {
  docker = { daemon = { userns_remap = "default", rootless = false }, info = { userns = true } }
}

case "engine_user_namespaces" "pass" { # a remote engine tells that it maps, not for whom
  docker = { daemon = { rootless = false }, info = { userns = true } }
}

case "engine_user_namespaces" "pass" { # the files of an engine that does not run
  docker = { daemon = { userns_remap = "dockremap", rootless = false } }
}

case "engine_user_namespaces" "pass" { # rootless is a user namespace around the whole engine
  docker = { daemon = { userns_remap = "", rootless = true }, info = { userns = false } }
}

case "engine_user_namespaces" "fail" {
  docker = { daemon = { userns_remap = "", rootless = false }, info = { userns = false } }
}

case "engine_user_namespaces" "unknown" {
  docker = { daemon = { userns_remap = "", rootless = false } }
}

case "engine_cgroup_parent" "pass" {
  docker = { daemon = { cgroup_parent = "" } }
}

case "engine_cgroup_parent" "pass" {
  docker = { daemon = { cgroup_parent = "limited.slice" } }
  with   = { approved = ["limited.slice"] }
}

case "engine_cgroup_parent" "fail" {
  docker  = { daemon = { cgroup_parent = "/other" } }
  message = "Containers start under control group /other"
}

case "engine_cgroup_parent" "unknown" {
  docker = { daemon = { running = true } }
}

case "engine_no_new_privileges" "pass" {
  docker = { daemon = { no_new_privileges = true } }
}

case "engine_no_new_privileges" "fail" {
  docker = { daemon = { no_new_privileges = false } }
}

case "engine_no_new_privileges" "unknown" { # a remote engine that speaks an API before 1.43
  docker = { daemon = { running = true } }
}

case "engine_seccomp_filter" "pass" {
  docker = { info = { seccomp = true }, daemon = { seccomp_profile = "builtin" } }
}

case "engine_seccomp_filter" "pass" {
  docker = { info = { seccomp = true }, daemon = { seccomp_profile = "/etc/docker/seccomp.json" } }
}

case "engine_seccomp_filter" "fail" {
  docker = { info = { seccomp = true }, daemon = { seccomp_profile = "unconfined" } }
}

case "engine_seccomp_filter" "fail" { # a kernel without seccomp
  docker = { info = { seccomp = false }, daemon = { seccomp_profile = "builtin" } }
}

case "engine_seccomp_filter" "unknown" {
  docker = { info = { seccomp = true } }
}

case "engine_seccomp_filter" "unknown" { # no engine answers, and only it knows the kernel
  docker = { daemon = { seccomp_profile = "builtin" } }
}

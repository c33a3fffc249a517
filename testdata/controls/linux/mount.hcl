case "mount_own" "pass" {
  with  = { path = "/tmp" }
  host  = { own_kernel = true }
  mount = { "/tmp" = { mounted = true, persisted = true } }
}

case "mount_own" "fail" { # made by hand
  with    = { path = "/tmp" }
  host    = { own_kernel = true, os_family = "debian" }
  mount   = { "/tmp" = { mounted = true, persisted = false, persisted_by = null } }
  message = "No line of /etc/fstab and no mount unit in use mounts a file system at /tmp"
}

case "mount_own" "fail" {
  with    = { path = "/tmp" }
  host    = { own_kernel = true, os_family = "debian" }
  mount   = { "/tmp" = { mounted = false, persisted = true, persisted_by = "/etc/fstab:3" } }
  message = "/etc/fstab:3 mounts /tmp, but it is not mounted now"
}

case "mount_own" "fail" { # a disk
  with  = { path = "/home" }
  host  = { own_kernel = true, os_family = "debian" }
  mount = { "/home" = { persisted = false, persisted_by = null } }
}

case "mount_own" "unknown" { # a disk
  with  = { path = "/tmp" }
  host  = { own_kernel = true }
  mount = { "/tmp" = { persisted = true } }
}

case "mount_own" "not_applicable" {
  with = { path = "/tmp" }
  host = { own_kernel = false }
}

case "mount_option" "pass" {
  with  = { path = "/tmp", option = "nodev" }
  host  = { own_kernel = true }
  mount = { "/tmp" = { is_mount_point = true, options = ["rw", "nodev"], persisted = true, persisted_options = ["nodev"] } }
}

case "mount_option" "pass" { # made by hand: the row of the mount itself says so
  with  = { path = "/tmp", option = "nodev" }
  host  = { own_kernel = true }
  mount = { "/tmp" = { is_mount_point = true, options = ["rw", "nodev"], persisted = false, persisted_options = null } }
}

case "mount_option" "fail" {
  with    = { path = "/tmp", option = "noexec" }
  host    = { own_kernel = true }
  mount   = { "/tmp" = { is_mount_point = true, options = ["rw"], persisted = true, persisted_options = ["noexec"], persisted_by = "/etc/fstab:3" } }
  message = "/tmp is mounted without noexec"
}

case "mount_option" "fail" { # remounted by hand: lost at the next boot
  with    = { path = "/tmp", option = "noexec" }
  host    = { own_kernel = true }
  mount   = { "/tmp" = { is_mount_point = true, options = ["noexec"], persisted = true, persisted_options = ["nodev"], persisted_by = "/etc/fstab:3" } }
  message = "/tmp lacks noexec after each boot: /etc/fstab:3 does not give it"
}

case "mount_option" "fail" { # a disk
  with  = { path = "/dev/shm", option = "noexec" }
  host  = { own_kernel = true }
  mount = { "/dev/shm" = { is_mount_point = true, persisted = true, persisted_options = ["nodev"], persisted_by = "mounted by systemd itself" } }
}

case "mount_option" "unknown" { # a disk
  with  = { path = "/tmp", option = "nodev" }
  host  = { own_kernel = true }
  mount = { "/tmp" = { is_mount_point = true, persisted = true, persisted_options = ["nodev"] } }
}

case "mount_option" "not_applicable" {
  with  = { path = "/tmp", option = "nodev" }
  host  = { own_kernel = true }
  mount = { "/tmp" = { is_mount_point = false, options = ["rw", "nodev"], persisted = false } }
}

case "mount_option" "not_applicable" {
  with  = { path = "/tmp", option = "nodev" }
  host  = { own_kernel = false }
  mount = { "/tmp" = { is_mount_point = true, options = ["rw", "nodev"], persisted = false } }
}

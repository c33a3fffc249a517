case "kernel_module_disabled" "pass" { # no kernel has it
  with          = { module = "cramfs" }
  host          = { own_kernel = true }
  kernel_module = { cramfs = { available = false, builtin = false, loaded = false, install_disabled = false, denylisted = false } }
}

case "kernel_module_disabled" "pass" {
  with          = { module = "cramfs" }
  host          = { own_kernel = true }
  kernel_module = { cramfs = { available = true, builtin = false, loaded = false, install_disabled = true, denylisted = true } }
}

case "kernel_module_disabled" "pass" { # built into one kernel, kept out of the other
  with          = { module = "udf" }
  host          = { own_kernel = true }
  kernel_module = { udf = { available = true, builtin = true, loaded = false, install_disabled = true, denylisted = true } }
}

case "kernel_module_disabled" "fail" {
  with          = { module = "cramfs" }
  host          = { own_kernel = true, os_family = "debian" }
  kernel_module = { cramfs = { available = true, builtin = false, loaded = true, install_disabled = true, denylisted = true, summary = "loaded, disabled by an install line, denylisted" } }
  message       = "cramfs can be loaded: it is loaded, disabled by an install line, denylisted"
}

case "kernel_module_disabled" "fail" {
  with          = { module = "cramfs" }
  host          = { own_kernel = true, os_family = "rhel" }
  kernel_module = { cramfs = { available = true, builtin = false, loaded = false, install_disabled = false, denylisted = true, summary = "not loaded" } }
}

case "kernel_module_disabled" "fail" { # a disk: what is loaded cannot be seen
  with          = { module = "cramfs" }
  host          = { own_kernel = true, os_family = "debian" }
  kernel_module = { cramfs = { available = true, builtin = false, install_disabled = true, denylisted = false, summary = "disabled by an install line, not denylisted" } }
}

case "kernel_module_disabled" "unknown" { # a disk
  with          = { module = "cramfs" }
  host          = { own_kernel = true }
  kernel_module = { cramfs = { available = true, builtin = false, install_disabled = true, denylisted = true } }
}

case "kernel_module_disabled" "not_applicable" {
  with          = { module = "squashfs" }
  host          = { own_kernel = true }
  kernel_module = { squashfs = { available = false, builtin = true, loaded = false, install_disabled = false, denylisted = false } }
}

case "kernel_module_disabled" "not_applicable" {
  with          = { module = "cramfs" }
  host          = { own_kernel = false }
  kernel_module = { cramfs = { available = false, builtin = false, loaded = false, install_disabled = false, denylisted = false } }
}

case "unused_filesystems_reviewed" "manual" {
  host        = { own_kernel = true }
  filesystems = { open = ["cramfs"], mounted = ["ext4"] }
}

case "unused_filesystems_reviewed" "unknown" {
}

case "unused_filesystems_reviewed" "not_applicable" {
  host = { own_kernel = false }
}

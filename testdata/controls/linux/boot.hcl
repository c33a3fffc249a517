case "boot_argument_set" "pass" {
  with = { argument = "audit", values = ["1", "on"] }
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit = "1" } }, { title = "Repair", origin = "/boot/grub/grub.cfg:4", args = { audit = "1" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { audit = "1" } }
}

case "boot_argument_set" "pass" { # another word for it
  with = { argument = "audit", values = ["1", "on"] }
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit = "on" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { audit = "on" } }
}

case "boot_argument_set" "fail" { # the entry for repairs
  with    = { argument = "audit", values = ["1", "on"] }
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit = "1" } }, { title = "Repair", origin = "/boot/grub/grub.cfg:4", args = { quiet = "" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { audit = "1" } }
  message = "Without audit=1: Repair (/boot/grub/grub.cfg:4)"
}

case "boot_argument_set" "fail" { # not restarted since
  with    = { argument = "audit", values = ["1", "on"] }
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit = "1" } }], defaults = { audit = "1" }, defaults_at = "/etc/default/grub:9", args = { quiet = "" } }
  message = "Every entry has audit=1, but the running kernel was started without it"
}

case "boot_argument_set" "fail" { # a disk
  with = { argument = "audit", values = ["1", "on"] }
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { quiet = "" } }], defaults = {}, defaults_at = "/etc/default/grub:9" }
}

case "boot_argument_set" "unknown" { # a disk
  with = { argument = "audit", values = ["1", "on"] }
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit = "1" } }], defaults = {}, defaults_at = "/etc/default/grub:9" }
}

case "boot_argument_set" "not_applicable" { # a kernel from outside
  with = { argument = "audit", values = ["1", "on"] }
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = false, loader = null, entries = [], args = {} }
}

case "boot_argument_set" "not_applicable" {
  with = { argument = "audit", values = ["1", "on"] }
  host = { own_kernel = false, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit = "1" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { audit = "1" } }
}

case "boot_audit_backlog" "pass" {
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit_backlog_limit = "8192" } }, { title = "Repair", origin = "/boot/grub/grub.cfg:4", args = { audit_backlog_limit = "8192" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { audit_backlog_limit = "8192" } }
}

case "boot_audit_backlog" "pass" { # more
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit_backlog_limit = "65536" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { audit_backlog_limit = "65536" } }
}

case "boot_audit_backlog" "fail" { # the entry for repairs
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit_backlog_limit = "8192" } }, { title = "Repair", origin = "/boot/grub/grub.cfg:4", args = { audit_backlog_limit = "64k" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { audit_backlog_limit = "8192" } }
  message = "Entries with less than 8192, or the kernel's own 64: Repair (/boot/grub/grub.cfg:4)"
}

case "boot_audit_backlog" "fail" { # not restarted since
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit_backlog_limit = "8192" } }], defaults = { audit_backlog_limit = "8192" }, defaults_at = "/etc/default/grub:9", args = { audit_backlog_limit = "64k" } }
  message = "Every entry has enough, but the running kernel was started with 64k"
}

case "boot_audit_backlog" "fail" { # a disk
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit_backlog_limit = "64k" } }], defaults = {}, defaults_at = "/etc/default/grub:9" }
}

case "boot_audit_backlog" "unknown" { # a disk
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit_backlog_limit = "8192" } }], defaults = {}, defaults_at = "/etc/default/grub:9" }
}

case "boot_audit_backlog" "not_applicable" { # a kernel from outside
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = false, loader = null, entries = [], args = {} }
}

case "boot_audit_backlog" "not_applicable" {
  host = { own_kernel = false, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { audit_backlog_limit = "8192" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { audit_backlog_limit = "8192" } }
}

case "boot_apparmor_on" "pass" {
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "1", security = "apparmor" } }, { title = "Repair", origin = "/boot/grub/grub.cfg:4", args = { apparmor = "1", security = "apparmor" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { apparmor = "1", security = "apparmor" } }
}

case "boot_apparmor_on" "pass" { # the newer list
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "1", security = "none", lsm = "landlock,apparmor" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { apparmor = "1", security = "none", lsm = "landlock,apparmor" } }
}

case "boot_apparmor_on" "fail" { # the entry for repairs
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "1", security = "apparmor" } }, { title = "Repair", origin = "/boot/grub/grub.cfg:4", args = { apparmor = "1" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { apparmor = "1", security = "apparmor" } }
  message = "Entries without apparmor=1 security=apparmor: Repair (/boot/grub/grub.cfg:4)"
}

case "boot_apparmor_on" "fail" { # not restarted since
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "1", security = "apparmor" } }], defaults = { apparmor = "1", security = "apparmor" }, defaults_at = "/etc/default/grub:9", args = { apparmor = "1" } }
  message = "Every entry has apparmor=1 security=apparmor, but the running kernel was started without them"
}

case "boot_apparmor_on" "fail" { # a disk
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "1" } }], defaults = {}, defaults_at = "/etc/default/grub:9" }
}

case "boot_apparmor_on" "unknown" { # a disk
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "1", security = "apparmor" } }], defaults = {}, defaults_at = "/etc/default/grub:9" }
}

case "boot_apparmor_on" "not_applicable" { # a kernel from outside
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = false, loader = null, entries = [], args = {} }
}

case "boot_apparmor_on" "not_applicable" {
  host = { own_kernel = false, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "1", security = "apparmor" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { apparmor = "1", security = "apparmor" } }
}

case "boot_apparmor_on" "fail" { # AppArmor off by its own word
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "0", security = "apparmor" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { apparmor = "1", security = "apparmor" } }
}

case "boot_apparmor_on" "fail" { # the newer list wins
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "1", security = "apparmor" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { apparmor = "1", security = "apparmor", lsm = "selinux" } }
}

case "boot_apparmor_on" "fail" { # not restarted since
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "1", security = "apparmor" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { security = "apparmor" } }
}

case "boot_selinux_not_off" "pass" {
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { enforcing = "1" } }, { title = "Repair", origin = "/boot/grub/grub.cfg:4", args = { enforcing = "1" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { enforcing = "1" } }
}

case "boot_selinux_not_off" "fail" { # the entry for repairs
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { enforcing = "1" } }, { title = "Repair", origin = "/boot/grub/grub.cfg:4", args = { selinux = "0" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { enforcing = "1" } }
  message = "Entries with selinux=0 or enforcing=0: Repair (/boot/grub/grub.cfg:4)"
}

case "boot_selinux_not_off" "fail" { # not restarted since
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { enforcing = "1" } }], defaults = { enforcing = "1" }, defaults_at = "/etc/default/grub:9", args = { selinux = "0" } }
  message = "No entry has it, but the running kernel was started with selinux=0 or enforcing=0"
}

case "boot_selinux_not_off" "fail" { # a disk
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { selinux = "0" } }], defaults = {}, defaults_at = "/etc/default/grub:9" }
}

case "boot_selinux_not_off" "unknown" { # a disk
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { enforcing = "1" } }], defaults = {}, defaults_at = "/etc/default/grub:9" }
}

case "boot_selinux_not_off" "not_applicable" { # a kernel from outside
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = false, loader = null, entries = [], args = {} }
}

case "boot_selinux_not_off" "not_applicable" {
  host = { own_kernel = false, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { enforcing = "1" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { enforcing = "1" } }
}

case "boot_selinux_not_off" "fail" { # only watching
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { enforcing = "0" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { enforcing = "1" } }
}

case "boot_selinux_not_off" "fail" { # only watching, not restarted since
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { enforcing = "1" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = { enforcing = "0" } }
}

case "boot_apparmor_not_off" "pass" {
  host = { own_kernel = true, os_family = "debian", apparmor = true }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { quiet = "" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = {} }
}

case "boot_apparmor_not_off" "pass" { # no boot loader
  host = { own_kernel = true, os_family = "debian", apparmor = true }
  boot = { exists = false, loader = null, entries = [], args = {} }
}

case "boot_apparmor_not_off" "fail" {
  host    = { own_kernel = true, os_family = "debian", apparmor = true }
  boot    = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { apparmor = "0" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = {} }
  message = "AppArmor is switched off by Debian (/boot/grub/grub.cfg:3)"
}

case "boot_apparmor_not_off" "fail" { # another security module
  host = { own_kernel = true, os_family = "debian", apparmor = true }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { security = "selinux" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = {} }
}

case "boot_apparmor_not_off" "fail" {
  host    = { own_kernel = true, apparmor = false }
  boot    = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { quiet = "" } }], defaults = {}, defaults_at = "/etc/default/grub:9", args = {} }
  message = "AppArmor is not on in the running kernel"
}

case "boot_apparmor_not_off" "unknown" { # a disk
  host = { own_kernel = true }
  boot = { exists = true, loader = "grub", entries = [{ title = "Debian", origin = "/boot/grub/grub.cfg:3", args = { quiet = "" } }], defaults = {}, defaults_at = "/etc/default/grub:9" }
}

case "boot_apparmor_not_off" "not_applicable" {
  host = { own_kernel = false, apparmor = true }
  boot = { exists = false, loader = null, entries = [], args = {} }
}

case "boot_password_set" "pass" {
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub", password = "pbkdf2", superusers = ["root"] }
}

case "boot_password_set" "fail" {
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", password = null, superusers = [] }
  message = "GRUB has no password for a superuser"
}

case "boot_password_set" "fail" {
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", password = "plain", superusers = ["root"] }
  message = "GRUB keeps the password of root in plain text"
}

case "boot_password_set" "unknown" {
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub" }
}

case "boot_password_set" "not_applicable" {
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "systemd-boot", password = null }
}

case "boot_password_set" "not_applicable" {
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = false, loader = null, password = null }
}

case "boot_password_set" "not_applicable" {
  host = { own_kernel = false, os_family = "debian" }
  boot = { exists = true, loader = "grub", password = null }
}

case "boot_files_restricted" "pass" { # vfat gives every file an x
  with  = { names = ["grub.cfg", "user.cfg"] }
  host  = { own_kernel = true, os_family = "debian" }
  boot  = { exists = true, loader = "grub", files = ["/boot/grub2/grub.cfg", "/boot/grub2/grubenv", "/boot/efi/EFI/redhat/grub.cfg"] }
  file  = { "/boot/grub2/grub.cfg" = { mode = "0400", uid = 0, gid = 0, owner = "root", group = "g0" }, "/boot/efi/EFI/redhat/grub.cfg" = { mode = "0700", uid = 0, gid = 0, owner = "root", group = "root" }, "/boot/grub2/grubenv" = { mode = "0644", uid = 0, gid = 0 } }
  mount = { "/boot/grub2/grub.cfg" = { fs_type = "xfs", mount_point = "/boot" }, "/boot/efi/EFI/redhat/grub.cfg" = { fs_type = "vfat", mount_point = "/boot/efi" } }
}

case "boot_files_restricted" "fail" {
  with    = { names = ["grub.cfg", "user.cfg"] }
  host    = { own_kernel = true, os_family = "debian" }
  boot    = { exists = true, loader = "grub", files = ["/boot/grub2/grub.cfg", "/boot/grub2/grubenv", "/boot/efi/EFI/redhat/grub.cfg"] }
  file    = { "/boot/grub2/grub.cfg" = { mode = "0444", uid = 0, gid = 0, owner = "root", group = "g0" }, "/boot/efi/EFI/redhat/grub.cfg" = { mode = "0700", uid = 0, gid = 0, owner = "root", group = "root" }, "/boot/grub2/grubenv" = { mode = "0644", uid = 0, gid = 0 } }
  mount   = { "/boot/grub2/grub.cfg" = { fs_type = "xfs", mount_point = "/boot" }, "/boot/efi/EFI/redhat/grub.cfg" = { fs_type = "vfat", mount_point = "/boot/efi" } }
  message = "Open: /boot/grub2/grub.cfg of root:g0 with mode 0444"
}

case "boot_files_restricted" "fail" {
  with  = { names = ["grub.cfg", "user.cfg"] }
  host  = { own_kernel = true, os_family = "debian" }
  boot  = { exists = true, loader = "grub", files = ["/boot/grub2/grub.cfg", "/boot/grub2/grubenv", "/boot/efi/EFI/redhat/grub.cfg"] }
  file  = { "/boot/grub2/grub.cfg" = { mode = "0600", uid = 1000, gid = 0, owner = "root", group = "g0" }, "/boot/efi/EFI/redhat/grub.cfg" = { mode = "0700", uid = 0, gid = 0, owner = "root", group = "root" }, "/boot/grub2/grubenv" = { mode = "0644", uid = 0, gid = 0 } }
  mount = { "/boot/grub2/grub.cfg" = { fs_type = "xfs", mount_point = "/boot" }, "/boot/efi/EFI/redhat/grub.cfg" = { fs_type = "vfat", mount_point = "/boot/efi" } }
}

case "boot_files_restricted" "fail" {
  with  = { names = ["grub.cfg", "user.cfg"] }
  host  = { own_kernel = true, os_family = "debian" }
  boot  = { exists = true, loader = "grub", files = ["/boot/grub2/grub.cfg", "/boot/grub2/grubenv", "/boot/efi/EFI/redhat/grub.cfg"] }
  file  = { "/boot/grub2/grub.cfg" = { mode = "0600", uid = 0, gid = 100, owner = "root", group = "g100" }, "/boot/efi/EFI/redhat/grub.cfg" = { mode = "0700", uid = 0, gid = 0, owner = "root", group = "root" }, "/boot/grub2/grubenv" = { mode = "0644", uid = 0, gid = 0 } }
  mount = { "/boot/grub2/grub.cfg" = { fs_type = "xfs", mount_point = "/boot" }, "/boot/efi/EFI/redhat/grub.cfg" = { fs_type = "vfat", mount_point = "/boot/efi" } }
}

case "boot_files_restricted" "fail" {
  with  = { names = ["grub.cfg", "user.cfg"] }
  host  = { own_kernel = true, os_family = "debian" }
  boot  = { exists = true, loader = "grub", files = ["/boot/grub2/grub.cfg", "/boot/grub2/grubenv", "/boot/efi/EFI/redhat/grub.cfg"] }
  file  = { "/boot/grub2/grub.cfg" = { mode = "0600", uid = 0, gid = 0, owner = "root", group = "g0" }, "/boot/efi/EFI/redhat/grub.cfg" = { mode = "0755", uid = 0, gid = 0, owner = "root", group = "root" }, "/boot/grub2/grubenv" = { mode = "0644", uid = 0, gid = 0 } }
  mount = { "/boot/grub2/grub.cfg" = { fs_type = "xfs", mount_point = "/boot" }, "/boot/efi/EFI/redhat/grub.cfg" = { fs_type = "vfat", mount_point = "/boot/efi" } }
}

case "boot_files_restricted" "unknown" {
  with = { names = ["grub.cfg", "user.cfg"] }
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "grub" }
}

case "boot_files_restricted" "not_applicable" {
  with = { names = ["grub.cfg", "user.cfg"] }
  host = { own_kernel = true, os_family = "debian" }
  boot = { exists = true, loader = "systemd-boot", files = [] }
}

case "boot_files_restricted" "not_applicable" {
  with = { names = ["grub.cfg", "user.cfg"] }
  host = { own_kernel = false, os_family = "debian" }
  boot = { exists = true, loader = "grub", files = [] }
}

case "gdm_absent" "pass" {
  gdm = { exists = false }
}

case "gdm_absent" "fail" {
  host = { remove = "apt-get purge" }
  gdm  = { exists = true, package = "gdm3", program = "/usr/sbin/gdm3" }
  message = "The package gdm3 is installed"
}

case "gdm_absent" "fail" { # built by somebody
  gdm = { exists = true, package = null, program = "/usr/sbin/gdm3" }
  message = "/usr/sbin/gdm3 is there, of no package"
}

case "gdm_absent" "unknown" {
  gdm = {}
}

case "gdm_banner" "pass" {
  gdm = { exists = true }
  dconf_gdm = {
    "/org/gnome/login-screen/banner-message-enable" = { value = "true" }
    "/org/gnome/login-screen/banner-message-text"   = { value = "Authorised use only" }
  }
}

case "gdm_banner" "fail" { # switched on, but nothing to show
  gdm  = { exists = true }
  host = { os_family = "rhel" }
  dconf_gdm = {
    "/org/gnome/login-screen/banner-message-enable" = { value = "true" }
    "/org/gnome/login-screen/banner-message-text"   = { value = "" }
  }
  message = "The banner of the login screen has no text"
}

case "gdm_banner" "fail" { # no database sets it and there is no schema
  gdm  = { exists = true }
  host = { os_family = "debian" }
  dconf_gdm = {
    "/org/gnome/login-screen/banner-message-enable" = { value = null, profile = "/usr/share/dconf/profile/gdm" }
    "/org/gnome/login-screen/banner-message-text"   = { value = null }
  }
  message = "The login screen shows no banner"
}

case "gdm_banner" "unknown" {
  gdm       = { exists = true }
  dconf_gdm = { "/org/gnome/login-screen/banner-message-text" = { value = "x" } }
}

case "gdm_banner" "not_applicable" {
  gdm = { exists = false }
}

case "gdm_user_list_hidden" "pass" {
  gdm       = { exists = true }
  dconf_gdm = { "/org/gnome/login-screen/disable-user-list" = { value = "true" } }
}

case "gdm_user_list_hidden" "fail" {
  gdm       = { exists = true }
  host      = { os_family = "rhel" }
  dconf_gdm = { "/org/gnome/login-screen/disable-user-list" = { value = "false", profile = "/etc/dconf/profile/gdm" } }
  message   = "The login screen lists the accounts of this machine"
}

case "gdm_user_list_hidden" "unknown" {
  gdm = { exists = true }
}

case "gdm_user_list_hidden" "not_applicable" {
  gdm = { exists = false }
}

case "gnome_idle_lock" "pass" { # stricter than asked for
  gdm = { exists = true }
  dconf = {
    "/org/gnome/desktop/session/idle-delay"     = { value = "300", locked = false }
    "/org/gnome/desktop/screensaver/lock-delay" = { value = "0", locked = false }
  }
}

case "gnome_idle_lock" "pass" {
  with = { locked = true }
  gdm  = { exists = true }
  dconf = {
    "/org/gnome/desktop/session/idle-delay"     = { value = "900", locked = true }
    "/org/gnome/desktop/screensaver/lock-delay" = { value = "5", locked = true }
  }
}

case "gnome_idle_lock" "fail" { # 0 is never
  gdm = { exists = true }
  dconf = {
    "/org/gnome/desktop/session/idle-delay"     = { value = "0", locked = true }
    "/org/gnome/desktop/screensaver/lock-delay" = { value = "5", locked = true }
  }
  message = "A session is dark after 0 seconds (0 is never) and locked 5 seconds later"
}

case "gnome_idle_lock" "fail" {
  gdm = { exists = true }
  dconf = {
    "/org/gnome/desktop/session/idle-delay"     = { value = "901", locked = true }
    "/org/gnome/desktop/screensaver/lock-delay" = { value = "5", locked = true }
  }
}

case "gnome_idle_lock" "fail" {
  gdm = { exists = true }
  dconf = {
    "/org/gnome/desktop/session/idle-delay"     = { value = "900", locked = true }
    "/org/gnome/desktop/screensaver/lock-delay" = { value = null, locked = true }
  }
}

case "gnome_idle_lock" "fail" {
  with = { locked = true }
  gdm  = { exists = true }
  dconf = {
    "/org/gnome/desktop/session/idle-delay"     = { value = "900", locked = true }
    "/org/gnome/desktop/screensaver/lock-delay" = { value = "5", locked = false }
  }
  message = "A session is dark after 900 seconds (0 is never) and locked 5 seconds later; users can change it"
}

case "gnome_idle_lock" "unknown" {
  gdm   = { exists = true }
  dconf = { "/org/gnome/desktop/session/idle-delay" = { value = "900" } }
}

case "gnome_idle_lock" "not_applicable" {
  gdm = { exists = false }
}

case "dconf_is" "pass" {
  with  = { keys = ["/a/b"], value = "false" }
  gdm   = { exists = true }
  dconf = { "/a/b" = { value = "false", locked = false } }
}

case "dconf_is" "fail" {
  with = { keys = ["/a/b", "/a/c"], value = "false" }
  gdm  = { exists = true }
  dconf = {
    "/a/b" = { value = "false", locked = true }
    "/a/c" = { value = null, locked = false }
  }
  message = "/a/c is not set, open to users"
}

case "dconf_is" "fail" {
  with    = { keys = ["/a/b"], value = "false", locked = true }
  gdm     = { exists = true }
  dconf   = { "/a/b" = { value = "false", locked = false } }
  message = "/a/b is false, open to users"
}

case "dconf_is" "unknown" {
  with = { keys = ["/a/b"], value = "false" }
  gdm  = { exists = true }
}

case "dconf_is" "not_applicable" {
  with = { keys = ["/a/b"], value = "false" }
  gdm  = { exists = false }
}

case "dconf_locked" "pass" {
  with  = { keys = ["/a/b"] }
  gdm   = { exists = true }
  dconf = { "/a/b" = { locked = true } }
}

case "dconf_locked" "fail" {
  with = { keys = ["/a/b", "/a/c"] }
  gdm  = { exists = true }
  dconf = {
    "/a/b" = { locked = true }
    "/a/c" = { locked = false }
  }
  message = "Users can change /a/c"
}

case "dconf_locked" "unknown" {
  with = { keys = ["/a/b"] }
  gdm  = { exists = true }
}

case "dconf_locked" "not_applicable" {
  with = { keys = ["/a/b"] }
  gdm  = { exists = false }
}

case "gdm_no_xdmcp" "pass" { # the default
  gdm = { exists = true, xdmcp_enable = null }
}

case "gdm_no_xdmcp" "fail" {
  gdm     = { exists = true, xdmcp_enable = true, config_file = "/etc/gdm3/custom.conf" }
  message = "/etc/gdm3/custom.conf switches XDMCP on"
}

case "gdm_no_xdmcp" "unknown" {
  gdm = { exists = true }
}

case "gdm_no_xdmcp" "not_applicable" {
  gdm = { exists = false }
}

case "gdm_no_wayland" "pass" {
  gdm = { exists = true, wayland_enable = false }
}

case "gdm_no_wayland" "fail" { # the default
  gdm     = { exists = true, wayland_enable = null, config_file = "/etc/gdm/custom.conf" }
  message = "/etc/gdm/custom.conf does not set WaylandEnable, so Wayland is on"
}

case "gdm_no_wayland" "fail" {
  gdm     = { exists = true, wayland_enable = null, config_file = null }
  host    = { os_family = "rhel" }
  message = "GDM has no configuration file, so Wayland is on"
}

case "gdm_no_wayland" "unknown" {
  gdm = { exists = true }
}

case "gdm_no_wayland" "not_applicable" {
  gdm = { exists = false }
}

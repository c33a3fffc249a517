# GDM's login screen and what GNOME sessions get from dconf. Databases that dconf
# compiled count; a lock keeps users from settings of their own.

control "gdm_absent" {
  title    = "GDM is not installed"
  severity = "medium"

  check = !gdm.exists

  message   = gdm.package == null ? "${gdm.program} is there, of no package" : "The package ${gdm.package} is installed"
  rationale = "A server that nobody sits at needs no graphical login. What is not installed needs no updates, and cannot be used against the machine or from it."
  remediation {
    text       = gdm.package == null ? "Find out who put ${gdm.program} there, and remove it." : "Run ${host.remove} ${gdm.package}, and read the list of what goes with it before you agree."
    impact     = "Nobody can log in at a graphical screen of this machine any more; packages that depend on GDM are removed as well."
    disruption = "none"
  }
}

control "gdm_banner" {
  title    = "The login screen shows a warning banner"
  severity = "low"

  when     = gdm.exists
  when_not = "GDM is not installed."
  check    = dconf_gdm("/org/gnome/login-screen/banner-message-enable").value == "true" && coalesce(dconf_gdm("/org/gnome/login-screen/banner-message-text").value, "") != ""

  message   = dconf_gdm("/org/gnome/login-screen/banner-message-enable").value == "true" ? "The banner of the login screen has no text" : "The login screen shows no banner"
  rationale = "Who logs in at the screen should see beforehand whose machine it is and that use is watched: it is what warnings and later claims rest upon."
  remediation {
    text       = host.os_family == "debian" && dconf_gdm("/org/gnome/login-screen/banner-message-enable").profile == "/usr/share/dconf/profile/gdm" ? "In /etc/gdm3/greeter.dconf-defaults set banner-message-enable=true and banner-message-text='…' below [org/gnome/login-screen], then restart GDM." : "In /etc/dconf/db/gdm.d/01-banner-message set banner-message-enable=true and banner-message-text='…' below [org/gnome/login-screen], name system-db:gdm in /etc/dconf/profile/gdm, then run dconf update."
    impact     = "The text is seen at the next start of the login screen; restarting GDM ends the sessions on it."
    disruption = "restart_daemon"
  }
}

control "gdm_user_list_hidden" {
  title    = "The login screen does not list the accounts"
  severity = "low"

  when     = gdm.exists
  when_not = "GDM is not installed."
  check    = dconf_gdm("/org/gnome/login-screen/disable-user-list").value == "true"

  message   = "The login screen lists the accounts of this machine"
  rationale = "A list of names saves a person at the keyboard half of the guessing."
  remediation {
    text       = host.os_family == "debian" && dconf_gdm("/org/gnome/login-screen/disable-user-list").profile == "/usr/share/dconf/profile/gdm" ? "In /etc/gdm3/greeter.dconf-defaults set disable-user-list=true below [org/gnome/login-screen], then restart GDM." : "In /etc/dconf/db/gdm.d/00-login-screen set disable-user-list=true below [org/gnome/login-screen], name system-db:gdm in /etc/dconf/profile/gdm, then run dconf update."
    impact     = "People type their account's name."
    disruption = "restart_daemon"
  }
}

# The screen locks by itself: after a time without input, and soon after it went dark.
control "gnome_idle_lock" {
  param "idle" {
    type    = number
    default = 900
  }
  param "delay" {
    type    = number
    default = 5
  }
  param "locked" { # users must not be able to change it
    type    = bool
    default = false
  }
  title    = "GNOME locks the screen after at most ${param.idle} seconds without input${param.locked ? ", and users cannot change that" : ""}"
  severity = "medium"

  when     = gdm.exists
  when_not = "GDM is not installed."
  check = (
    tonumber(coalesce(dconf("/org/gnome/desktop/session/idle-delay").value, "0")) > 0 &&
    tonumber(coalesce(dconf("/org/gnome/desktop/session/idle-delay").value, "0")) <= param.idle &&
    tonumber(coalesce(dconf("/org/gnome/desktop/screensaver/lock-delay").value, "${param.delay + 1}")) <= param.delay &&
    none([for k in ["/org/gnome/desktop/session/idle-delay", "/org/gnome/desktop/screensaver/lock-delay"] : k if param.locked && !dconf(k).locked])
  )

  message   = "A session is dark after ${coalesce(dconf("/org/gnome/desktop/session/idle-delay").value, "an unset number of")} seconds (0 is never) and locked ${coalesce(dconf("/org/gnome/desktop/screensaver/lock-delay").value, "an unset number of")} seconds later${param.locked && !(dconf("/org/gnome/desktop/session/idle-delay").locked && dconf("/org/gnome/desktop/screensaver/lock-delay").locked) ? "; users can change it" : ""}"
  rationale = "A desk that somebody left is a logged-in session for whoever passes by."
  remediation {
    text       = "In a file of /etc/dconf/db/local.d set idle-delay=uint32 ${param.idle} below [org/gnome/desktop/session] and lock-delay=uint32 ${param.delay} below [org/gnome/desktop/screensaver]${param.locked ? ", name both keys in /etc/dconf/db/local.d/locks/00-screensaver" : ""}; /etc/dconf/profile/user must read 'user-db:user' and 'system-db:local'. Then run dconf update."
    impact     = "People type their password more often."
    disruption = "none"
  }
}

control "dconf_is" {
  param "keys" {
    type = list(string)
  }
  param "value" {
    type = string
  }
  param "locked" {
    type    = bool
    default = false
  }
  title    = "GNOME sessions get ${join(" and ", param.keys)} = ${param.value}${param.locked ? ", and users cannot change that" : ""}"
  severity = "medium"

  when     = gdm.exists
  when_not = "GDM is not installed."
  check    = none([for k in param.keys : k if dconf(k).value != param.value || param.locked && !dconf(k).locked])
  evidence = [for k in param.keys : dconf(k).value]

  message   = "${join(", ", [for k in param.keys : "${k} is ${coalesce(dconf(k).value, "not set")}${dconf(k).locked ? "" : ", open to users"}" if dconf(k).value != param.value || param.locked && !dconf(k).locked])}"
  rationale = "A volume that is opened, or runs something, as soon as it is plugged in acts with the rights of the session before anybody looked at it."
  remediation {
    text       = "In a file of /etc/dconf/db/local.d set ${join(" and ", [for k in param.keys : "${k} to ${param.value}"])} (the group is the part before the last slash)${param.locked ? ", name each in a file of /etc/dconf/db/local.d/locks" : ""}; /etc/dconf/profile/user must read 'user-db:user' and 'system-db:local'. Then run dconf update."
    impact     = "People open volumes themselves."
    disruption = "none"
  }
}

control "dconf_locked" {
  param "keys" {
    type = list(string)
  }
  title    = "Users of GNOME cannot change ${join(" and ", param.keys)}"
  severity = "medium"

  when     = gdm.exists
  when_not = "GDM is not installed."
  check    = none([for k in param.keys : k if !dconf(k).locked])

  message   = "Users can change ${join(" and ", [for k in param.keys : k if !dconf(k).locked])}"
  rationale = "What the administrator sets is only a proposal while a user's own database is asked first."
  remediation {
    text       = "Name ${join(" and ", [for k in param.keys : k if !dconf(k).locked])} in a file of /etc/dconf/db/local.d/locks, one a line; /etc/dconf/profile/user must read 'user-db:user' and 'system-db:local'. Then run dconf update."
    impact     = "What users chose themselves no longer counts."
    disruption = "none"
  }
}

control "gdm_no_xdmcp" {
  title    = "GDM takes no logins over the network (XDMCP)"
  severity = "high"

  when     = gdm.exists
  when_not = "GDM is not installed."
  check    = !coalesce(gdm.xdmcp_enable, false)

  message   = "${gdm.config_file} switches XDMCP on"
  rationale = "XDMCP carries passwords and key strokes in the clear, and offers the login screen to the network."
  remediation {
    text       = "Take Enable=true away below [xdmcp] in ${gdm.config_file}, then restart GDM."
    impact     = "Terminals that log in by XDMCP no longer can."
    disruption = "restart_daemon"
  }
}

control "gdm_no_wayland" {
  title    = "GDM starts no Wayland sessions"
  severity = "low"

  when     = gdm.exists
  when_not = "GDM is not installed."
  check    = !coalesce(gdm.wayland_enable, true)

  message   = gdm.config_file == null ? "GDM has no configuration file, so Wayland is on" : gdm.wayland_enable == null ? "${gdm.config_file} does not set WaylandEnable, so Wayland is on" : "${gdm.config_file} switches Wayland on"
  rationale = "The benchmark wants one display protocol, so that programs without support for Wayland do not bring in a second one."
  remediation {
    text       = "Set WaylandEnable=false below [daemon] in ${coalesce(gdm.config_file, host.os_family == "debian" ? "/etc/gdm3/daemon.conf" : "/etc/gdm/custom.conf")}, then restart GDM."
    impact     = "Sessions run on Xorg, where programs can read each other's input; where Xorg is not installed no session starts."
    disruption = "restart_daemon"
  }
}

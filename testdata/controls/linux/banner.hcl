case "banner_reveals_nothing" "pass" {
  with   = { path = "/etc/motd" }
  banner = { "/etc/motd" = { reveal = [], blank = true } }
}

case "banner_reveals_nothing" "pass" {
  with   = { path = "/etc/issue", text_required = true }
  banner = { "/etc/issue" = { reveal = [], blank = false } }
}

case "banner_reveals_nothing" "fail" {
  with    = { path = "/etc/issue", text_required = true }
  banner  = { "/etc/issue" = { reveal = [{ what = "\\m", origin = "/etc/issue:2" }], blank = false } }
  message = "/etc/issue names the system: \\m (/etc/issue:2)"
}

case "banner_reveals_nothing" "fail" {
  with    = { path = "/etc/issue", text_required = true }
  banner  = { "/etc/issue" = { reveal = [], blank = true } }
  message = "/etc/issue shows no text"
}

case "banner_reveals_nothing" "unknown" {
  with   = { path = "/etc/motd" }
  banner = { "/etc/motd" = { blank = true } }
}

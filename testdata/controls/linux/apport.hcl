case "apport_off" "pass" {
  package = { "apport" = { installed = false } }
  apport  = { enabled = true }
}

case "apport_off" "pass" {
  package = { "apport" = { installed = true } }
  apport  = { enabled = false }
  unit    = { "apport.service" = { active = false } }
}

case "apport_off" "fail" {
  package = { "apport" = { installed = true } }
  apport  = { enabled = true }
  host    = { remove = "apt-get purge" }
  message = "apport is installed, and switched on"
}

case "apport_off" "fail" {
  package = { "apport" = { installed = true } }
  apport  = { enabled = false }
  unit    = { "apport.service" = { active = true } }
  host    = { remove = "apt-get purge" }
  message = "apport is installed, and runs"
}

case "apport_off" "unknown" {
  package = { "apport" = { installed = true } }
  apport  = { enabled = false }
}

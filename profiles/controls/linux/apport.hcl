control "apport_off" {
  title    = "The crash reporter apport is not installed, or is off"
  severity = "medium"

  check = !package("apport").installed || !apport.enabled && !unit("apport.service").active

  message   = "apport is installed, and ${apport.enabled ? "switched on" : "runs"}"
  rationale = "A report of a crash holds what was in memory: passwords, keys and the data of other people. It lies on the disk and may be sent away."
  remediation {
    text       = "Run ${host.remove} apport; or set enabled=0 in /etc/default/apport and run systemctl stop apport.service and systemctl mask apport.service."
    impact     = "Crashes are no longer written down and reported."
    disruption = "none"

    fix "settings" {
      path = "/etc/default/apport"
      form = "shell"
      set  = { enabled = "0" }
    }
    fix "unit" {
      when  = unit("apport.service").exists
      names = ["apport.service"]
      state = "masked"
    }
  }
}

profile "cis-rhel-9" {
  title     = "CIS Red Hat Enterprise Linux 9 Benchmark"
  version   = "2.0.0"
  reference = "https://www.cisecurity.org/benchmark/red_hat_linux"
  assume    = { host = { os_family = "rhel", install = "dnf install", remove = "dnf remove" } }
}

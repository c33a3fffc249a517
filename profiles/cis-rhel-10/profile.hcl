profile "cis-rhel-10" {
  title     = "CIS Red Hat Enterprise Linux 10 Benchmark"
  version   = "1.0.1"
  reference = "https://www.cisecurity.org/benchmark/red_hat_linux"
  assume    = { host = { os_family = "rhel", install = "dnf install", remove = "dnf remove" } }
}

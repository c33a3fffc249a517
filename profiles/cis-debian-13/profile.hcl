profile "cis-debian-13" {
  title     = "CIS Debian Linux 13 Benchmark"
  version   = "1.0.0"
  reference = "https://www.cisecurity.org/benchmark/debian_linux"
  assume    = { host = { os_family = "debian", install = "apt-get install", remove = "apt-get purge" } }
}

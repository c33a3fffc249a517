profile "cis-debian-12" {
  title     = "CIS Debian Linux 12 Benchmark"
  version   = "1.1.0"
  reference = "https://www.cisecurity.org/benchmark/debian_linux"
  assume    = { host = { os_family = "debian", install = "apt-get install", remove = "apt-get purge" } }
}

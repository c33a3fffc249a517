profile "cis-ubuntu-24.04" {
  title     = "CIS Ubuntu Linux 24.04 LTS Benchmark"
  version   = "1.0.0"
  reference = "https://www.cisecurity.org/benchmark/ubuntu_linux"
  assume    = { host = { os_family = "debian", install = "apt-get install", remove = "apt-get purge" } }
}

profile "cis-ubuntu-22.04" {
  title     = "CIS Ubuntu Linux 22.04 LTS Benchmark"
  version   = "2.0.0"
  reference = "https://www.cisecurity.org/benchmark/ubuntu_linux"
  assume    = { host = { os_family = "debian", install = "apt-get install", remove = "apt-get purge" } }
}

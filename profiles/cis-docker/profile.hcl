# Mapped to CIS Docker Benchmark v1.8.0: numbers, levels, statuses and mappings. What is
# checked, and every sentence, lies in ../controls and is our own.
profile "cis-docker" {
  title     = "CIS Docker Benchmark"
  version   = "1.8.0"
  reference = "https://www.cisecurity.org/benchmark/docker"
}

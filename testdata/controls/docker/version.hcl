case "component_not_vulnerable" "pass" {
  component = { name = "runc", version = "1.4.3", vulnerabilities = [] }
}
case "component_not_vulnerable" "fail" {
  component = { name = "runc", version = "1.1.11", vulnerabilities = ["CVE-2024-21626", "CVE-2025-31133"], fixed_in = "1.2.8", table_date = "2026-11-22" }
  message   = "runc 1.1.11 has CVE-2024-21626, CVE-2025-31133, fixed in 1.2.8"
}
case "component_not_vulnerable" "unknown" {
  # a distribution's build: fixes do not show in its number
  component = { name = "runc", version = "1.1.5+ds1" }
}

case "component_supported" "pass" {
  component = { name = "Engine", version = "29.10.0", supported = true }
}
case "component_supported" "fail" {
  component = { name = "Engine", version = "24.0.9", supported = false, newest = "29.10.0" }
  message   = "Engine 24.0.9 no longer gets fixes; the newest version is 29.10.0"
}
case "component_supported" "not_applicable" {
  component = { name = "runc", version = "1.9.0", supported = null, table_date = "2026-11-22" }
}
case "component_supported" "unknown" {
  component = { name = "Engine", version = "26.1.5+dfsg1" }
}

case "node_same_engine" "pass" {
  docker = { version = { version = "29.10.0" } }
  node   = { hostname = "n2", engine_version = "29.10.0" }
}
case "node_same_engine" "fail" {
  docker  = { version = { version = "29.10.0" } }
  node    = { hostname = "n2", engine_version = "28.5.1" }
  message = "n2 runs engine 28.5.1, this one 29.10.0"
}
case "node_same_engine" "unknown" {
  docker = { version = { version = "29.10.0" } }
  node   = { hostname = "n2" }
}

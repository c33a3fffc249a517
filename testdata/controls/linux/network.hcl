case "wireless_absent" "pass" {
  host = { own_kernel = true }
  net  = { wireless = [] }
}

case "wireless_absent" "fail" {
  host    = { own_kernel = true }
  net     = { wireless = [{ name = "wlan0", driver = "iwlwifi" }, { name = "wlan1", driver = null }] }
  message = "Wireless: wlan0 with driver iwlwifi, wlan1 with driver built into the kernel"
}

case "wireless_absent" "unknown" {
  host = { own_kernel = true }
}

case "wireless_absent" "not_applicable" {
  host = { own_kernel = false }
}

case "ipv6_decided" "manual" {
  host = { own_kernel = true }
  net  = { ipv6 = true, ipv6_addresses = [] }
}

case "ipv6_decided" "unknown" {
}

case "ipv6_decided" "not_applicable" {
  host = { own_kernel = false }
}

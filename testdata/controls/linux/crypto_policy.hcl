case "crypto_policy_not_legacy" "pass" {
  crypto_policy = { exists = true, config = "DEFAULT:NO-SHA1", current = "DEFAULT:NO-SHA1" }
}

case "crypto_policy_not_legacy" "fail" { # with a module
  crypto_policy = { exists = true, config = "LEGACY:AD-SUPPORT", current = "DEFAULT" }
  message       = "The crypto policy is LEGACY:AD-SUPPORT, applied is DEFAULT"
}

case "crypto_policy_not_legacy" "fail" { # changed, but not applied
  crypto_policy = { exists = true, config = "DEFAULT", current = "LEGACY" }
}

case "crypto_policy_not_legacy" "unknown" {
  crypto_policy = { exists = true, config = "DEFAULT" }
}

case "crypto_policy_not_legacy" "not_applicable" {
  crypto_policy = { exists = false }
}

case "crypto_policy_no_sha1" "pass" {
  crypto_policy = { exists = true, settings = [
    { key = "hash", scope = "", values = ["SHA2-256", "SHA3-256"] },
    { key = "mac", scope = "", values = ["HMAC-SHA1"] },
    { key = "sha1_in_certs", scope = "", values = ["0"] },
  ] }
}

case "crypto_policy_no_sha1" "fail" {
  crypto_policy = { exists = true, config = "DEFAULT", settings = [
    { key = "hash", scope = "", values = ["SHA2-256"] },
    { key = "sign", scope = "openssl", values = ["RSA-SHA1"] },
  ] }
  message = "SHA-1 is allowed by sign@openssl"
}

case "crypto_policy_no_sha1" "fail" {
  crypto_policy = { exists = true, config = "DEFAULT", settings = [{ key = "sha1_in_certs", scope = "", values = ["1"] }] }
  message       = "SHA-1 is allowed by sha1_in_certs"
}

case "crypto_policy_no_sha1" "fail" { # configured, never applied
  crypto_policy = { exists = true, config = null, settings = [] }
  message       = "No policy was applied"
}

case "crypto_policy_no_sha1" "unknown" {
  crypto_policy = { exists = true }
}

case "crypto_policy_no_sha1" "not_applicable" {
  crypto_policy = { exists = false }
}

case "crypto_policy_no_short_mac" "pass" {
  crypto_policy = { exists = true, settings = [{ key = "mac", scope = "", values = ["UMAC-128"] }, { key = "cipher", scope = "", values = ["X-64"] }] }
}

case "crypto_policy_no_short_mac" "fail" {
  crypto_policy = { exists = true, config = "DEFAULT", settings = [{ key = "mac", scope = "libssh", values = ["UMAC-64"] }] }
  message       = "Codes of 64 bits are allowed by mac@libssh"
}

case "crypto_policy_no_short_mac" "fail" {
  crypto_policy = { exists = true, config = "DEFAULT", settings = [] }
}

case "crypto_policy_no_short_mac" "unknown" {
  crypto_policy = { exists = true }
}

case "crypto_policy_no_short_mac" "not_applicable" {
  crypto_policy = { exists = false }
}

case "crypto_policy_ssh_cipher" "pass" {
  with          = { name = "CBC", pattern = "-CBC$", module = "NO-SSHCBC" }
  crypto_policy = { exists = true, ssh = [{ backend = "openssh-server", cipher = ["AES-256-GCM"] }] }
}

case "crypto_policy_ssh_cipher" "fail" {
  with = { name = "CBC", pattern = "-CBC$", module = "NO-SSHCBC" }
  crypto_policy = { exists = true, config = "DEFAULT", ssh = [
    { backend = "openssh-server", cipher = ["AES-256-GCM"] },
    { backend = "libssh", cipher = ["AES-256-GCM", "AES-256-CBC"] },
  ] }
  message = "libssh may use AES-256-CBC"
}

case "crypto_policy_ssh_cipher" "fail" {
  with          = { name = "CBC", pattern = "-CBC$", module = "NO-SSHCBC" }
  crypto_policy = { exists = true, config = "DEFAULT", ssh = [] }
}

case "crypto_policy_ssh_cipher" "unknown" {
  with          = { name = "CBC", pattern = "-CBC$", module = "NO-SSHCBC" }
  crypto_policy = { exists = true }
}

case "crypto_policy_ssh_cipher" "not_applicable" {
  with          = { name = "CBC", pattern = "-CBC$", module = "NO-SSHCBC" }
  crypto_policy = { exists = false }
}

case "crypto_policy_ssh_no_etm" "pass" {
  crypto_policy = { exists = true, ssh = [{ backend = "openssh-server", etm = "DISABLE_ETM" }] }
}

case "crypto_policy_ssh_no_etm" "fail" {
  crypto_policy = { exists = true, config = "DEFAULT", ssh = [{ backend = "openssh-server", etm = "DISABLE_ETM" }, { backend = "libssh", etm = null }] }
  message       = "Encrypt-then-MAC is not switched off for libssh"
}

case "crypto_policy_ssh_no_etm" "fail" {
  crypto_policy = { exists = true, config = "DEFAULT", ssh = [] }
}

case "crypto_policy_ssh_no_etm" "unknown" {
  crypto_policy = { exists = true }
}

case "crypto_policy_ssh_no_etm" "not_applicable" {
  crypto_policy = { exists = false }
}

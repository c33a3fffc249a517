case "sshd_config_guarded" "pass" {
  sshd = { exists = true, files = ["/etc/ssh/sshd_config", "/etc/crypto-policies/back-ends/opensshserver.config", "/usr/etc/ssh/sshd_config"] }
  file = {
    "/etc/ssh/sshd_config"                                 = { uid = 0, gid = 0, mode = "0400", owner = "root", group = "root" }
    "/etc/crypto-policies/back-ends/opensshserver.config" = { uid = 0, gid = 0, mode = "0644", owner = "root", group = "root" }
    "/usr/etc/ssh/sshd_config"                             = { uid = 0, gid = 0, mode = "0644", owner = "root", group = "root" }
  }
}

case "sshd_config_guarded" "fail" {
  sshd    = { exists = true, files = ["/etc/ssh/sshd_config"] }
  file    = { "/etc/ssh/sshd_config" = { uid = 0, gid = 0, mode = "0644", owner = "root", group = "root" } }
  message = "Too open: /etc/ssh/sshd_config of root:root with mode 0644"
}

case "sshd_config_guarded" "fail" {
  sshd = { exists = true, files = ["/etc/ssh/sshd_config"] }
  file = { "/etc/ssh/sshd_config" = { uid = 1000, gid = 0, mode = "0600", owner = "kim", group = "root" } }
}

case "sshd_config_guarded" "fail" {
  sshd = { exists = true, files = ["/etc/ssh/sshd_config"] }
  file = { "/etc/ssh/sshd_config" = { uid = 0, gid = 100, mode = "0600", owner = "root", group = "users" } }
}

case "sshd_config_guarded" "unknown" {
  sshd = { exists = true, files = ["/etc/ssh/sshd_config"] }
}

case "sshd_config_guarded" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_private_keys_guarded" "pass" {
  sshd = { exists = true, private_keys = ["/etc/ssh/ssh_host_rsa_key", "/etc/ssh/ssh_host_ed25519_key"] }
  file = {
    "/etc/ssh/ssh_host_rsa_key"     = { uid = 0, gid = 0, mode = "0600", owner = "root", group = "root" }
    "/etc/ssh/ssh_host_ed25519_key" = { uid = 0, gid = 993, mode = "0640", owner = "root", group = "ssh_keys" }
  }
}

case "sshd_private_keys_guarded" "fail" { # 0640 is for the helper's group only
  sshd    = { exists = true, private_keys = ["/etc/ssh/ssh_host_rsa_key"] }
  file    = { "/etc/ssh/ssh_host_rsa_key" = { uid = 0, gid = 0, mode = "0640", owner = "root", group = "root" } }
  message = "Too open: /etc/ssh/ssh_host_rsa_key of root:root with mode 0640"
}

case "sshd_private_keys_guarded" "fail" {
  sshd = { exists = true, private_keys = ["/etc/ssh/ssh_host_rsa_key"] }
  file = { "/etc/ssh/ssh_host_rsa_key" = { uid = 0, gid = 100, mode = "0600", owner = "root", group = "users" } }
}

case "sshd_private_keys_guarded" "fail" {
  sshd = { exists = true, private_keys = ["/etc/ssh/ssh_host_rsa_key"] }
  file = { "/etc/ssh/ssh_host_rsa_key" = { uid = 1000, gid = 993, mode = "0640", owner = "kim", group = "ssh_keys" } }
}

case "sshd_private_keys_guarded" "unknown" {
  sshd = { exists = true }
}

case "sshd_private_keys_guarded" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_public_keys_guarded" "pass" {
  sshd = { exists = true, public_keys = ["/etc/ssh/ssh_host_rsa_key.pub"] }
  file = { "/etc/ssh/ssh_host_rsa_key.pub" = { uid = 0, gid = 0, mode = "0644", owner = "root", group = "root" } }
}

case "sshd_public_keys_guarded" "fail" {
  sshd    = { exists = true, public_keys = ["/etc/ssh/ssh_host_rsa_key.pub"] }
  file    = { "/etc/ssh/ssh_host_rsa_key.pub" = { uid = 0, gid = 0, mode = "0664", owner = "root", group = "root" } }
  message = "Too open: /etc/ssh/ssh_host_rsa_key.pub of root:root with mode 0664"
}

case "sshd_public_keys_guarded" "unknown" {
  sshd = { exists = true }
}

case "sshd_public_keys_guarded" "not_applicable" {
  sshd = { exists = false }
}

case "sshd_follows_crypto_policy" "pass" {
  sshd = { exists = true, crypto_policy = null }
}

case "sshd_follows_crypto_policy" "fail" {
  sshd    = { exists = true, crypto_policy = "", unit = "sshd.service" }
  message = "CRYPTO_POLICY is set to '' in /etc/sysconfig/sshd"
}

case "sshd_follows_crypto_policy" "unknown" {
  sshd = { exists = true }
}

case "sshd_follows_crypto_policy" "not_applicable" {
  sshd = { exists = false }
}

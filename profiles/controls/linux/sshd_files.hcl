# Files of the OpenSSH server: its configuration and its host keys.

control "sshd_config_guarded" {
  title    = "The server's configuration belongs to root, and only root reads it"
  severity = "high"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  # What lies in /usr or comes from a system-wide policy is the vendor's, and meant to be read.
  check = none([
    for f in sshd.files : "${f} ${file(f).owner}:${file(f).group} ${file(f).mode}"
    if !within_path(f, ["/usr", "/etc/crypto-policies"]) && (file(f).uid != 0 || file(f).gid != 0 || !mode_within(file(f).mode, "0600"))
  ])

  message   = "Too open: ${join(", ", [for f in sshd.files : "${f} of ${file(f).owner}:${file(f).group} with mode ${file(f).mode}" if !within_path(f, ["/usr", "/etc/crypto-policies"]) && (file(f).uid != 0 || file(f).gid != 0 || !mode_within(file(f).mode, "0600"))])}"
  rationale = "Who may write one of these files decides who gets in. Who may read them learns which accounts, addresses and methods are worth a try."
  remediation {
    text       = "Run chown root:root ${join(" ", [for f in sshd.files : f if !within_path(f, ["/usr", "/etc/crypto-policies"])])} and chmod 600 on the same files."
    impact     = "Tools that read the configuration without root's rights no longer can."
    disruption = "none"

    fix "access" {
      paths = [for f in sshd.files : f if !within_path(f, ["/usr", "/etc/crypto-policies"])]
      mode = mode_removal("0600")
      owner = "root"
      group = "root"
    }
  }
}

control "sshd_private_keys_guarded" {
  # Groups whose helper program reads the keys; then mode 0640 is allowed.
  param "groups" {
    type    = list(string)
    default = ["ssh_keys", "_ssh"]
  }
  title    = "The server's private keys are root's alone"
  severity = "critical"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check = none([
    for k in sshd.private_keys : "${k} ${file(k).owner}:${file(k).group} ${file(k).mode}"
    if file(k).uid != 0 || !mode_within(file(k).mode, contains(param.groups, file(k).group) ? "0640" : "0600") || file(k).gid != 0 && !contains(param.groups, file(k).group)
  ])

  message   = "Too open: ${join(", ", [for k in sshd.private_keys : "${k} of ${file(k).owner}:${file(k).group} with mode ${file(k).mode}" if file(k).uid != 0 || !mode_within(file(k).mode, contains(param.groups, file(k).group) ? "0640" : "0600") || file(k).gid != 0 && !contains(param.groups, file(k).group)])}"
  rationale = "Whoever has read a host's private key can stand between it and everyone who logs in, and nothing warns them."
  remediation {
    text       = "Run chown root:root and chmod 600 on ${join(" ", [for k in sshd.private_keys : k if file(k).uid != 0 || !mode_within(file(k).mode, contains(param.groups, file(k).group) ? "0640" : "0600") || file(k).gid != 0 && !contains(param.groups, file(k).group)])}. If the key could be read by others until now, make a new one with ssh-keygen -A after removing it."
    impact     = "None for the server, which reads the keys as root. A new key makes every client ask once."
    disruption = "none"

    fix "access" {
      paths = [for k in sshd.private_keys : k if file(k).uid != 0 || !mode_within(file(k).mode, contains(param.groups, file(k).group) ? "0640" : "0600") || file(k).gid != 0 && !contains(param.groups, file(k).group)]
      mode = mode_removal("0600")
      owner = "root"
      group = "root"
    }
  }
}

control "sshd_public_keys_guarded" {
  title    = "The server's public keys are written by root alone"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check = none([
    for k in sshd.public_keys : "${k} ${file(k).owner}:${file(k).group} ${file(k).mode}"
    if file(k).uid != 0 || file(k).gid != 0 || !mode_within(file(k).mode, "0644")
  ])

  message   = "Too open: ${join(", ", [for k in sshd.public_keys : "${k} of ${file(k).owner}:${file(k).group} with mode ${file(k).mode}" if file(k).uid != 0 || file(k).gid != 0 || !mode_within(file(k).mode, "0644")])}"
  rationale = "People copy these files into known_hosts. Who can change them makes others trust a key that is not the server's."
  remediation {
    text       = "Run chown root:root and chmod 644 on ${join(" ", [for k in sshd.public_keys : k if file(k).uid != 0 || file(k).gid != 0 || !mode_within(file(k).mode, "0644")])}."
    impact     = "None: everyone may still read them."
    disruption = "none"

    fix "access" {
      paths = [for k in sshd.public_keys : k if file(k).uid != 0 || file(k).gid != 0 || !mode_within(file(k).mode, "0644")]
      mode = mode_removal("0644")
      owner = "root"
      group = "root"
    }
  }
}

control "sshd_follows_crypto_policy" {
  title    = "The server does not leave the system-wide crypto policy"
  severity = "medium"

  when     = sshd.exists
  when_not = "No OpenSSH server is installed."
  check    = sshd.crypto_policy == null

  message   = "CRYPTO_POLICY is set to '${sshd.crypto_policy}' in /etc/sysconfig/sshd"
  rationale = "The policy is the one place where weak algorithms are switched off for all programs. A server with a setting of its own keeps what the policy has taken away."
  remediation {
    text       = "Remove the line with CRYPTO_POLICY from /etc/sysconfig/sshd and run systemctl restart ${sshd.unit}."
    impact     = "The server offers what the policy allows, which can be less than some clients need."
    disruption = "restart_daemon"
  }
}

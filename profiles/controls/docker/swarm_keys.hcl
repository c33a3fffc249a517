control "swarm_managers_locked" {
  title    = "A manager that restarts needs the unlock key"
  severity = "medium"

  when     = docker.swarm.active
  when_not = "Swarm mode is not active."
  check    = docker.swarm.auto_lock_managers

  message   = "Managers unlock themselves when they restart"
  rationale = "The keys that protect the swarm's log, and every secret in it, otherwise lie on the manager's disk in the clear. A stolen disk or backup is then enough."
  remediation {
    text       = "Turn it on with docker swarm update --autolock=true and keep the key that it prints in a safe place, not on the managers."
    impact     = "After a restart each manager waits for docker swarm unlock. Without the key, the swarm cannot be managed any more."
    disruption = "none"
  }
}

control "swarm_unlock_key_rotated" {
  title     = "The unlock key of the managers is changed from time to time"
  severity  = "low"
  when      = docker.swarm.active && docker.swarm.auto_lock_managers
  when_not  = docker.swarm.active ? "Managers are not locked, so there is no key to change." : "Swarm mode is not active."
  rationale = "Everyone who ever unlocked a manager knows the key. Changing it takes it from those who have left."
  question  = "When was the unlock key last changed, and is that as often as you have decided?"
  procedure = <<-EOT
    The engine does not say when the key was changed. Ask for the record of docker swarm unlock-key --rotate:
    a ticket, a calendar, or the audit log of the managers.
  EOT
  remediation {
    text       = "Change it with docker swarm unlock-key --rotate, keep the new key in a safe place, and write down the date."
    impact     = "A manager that was down during the change still needs the old key once; keep it for a few minutes longer than the longest outage."
    disruption = "none"
  }
}

control "swarm_node_certificates_short" {
  param "max_days" {
    type    = number
    default = 90
  }
  title    = "Certificates of swarm nodes expire after ${param.max_days} days or sooner"
  severity = "low"

  when     = docker.swarm.active
  when_not = "Swarm mode is not active."
  check    = docker.swarm.node_cert_expiry_days <= param.max_days

  message   = "Certificates of swarm nodes are valid for ${docker.swarm.node_cert_expiry_days} days"
  rationale = "A stolen node certificate opens the swarm until it expires. Nodes renew theirs by themselves, so a short life costs nothing."
  remediation {
    text       = "Shorten it with docker swarm update --cert-expiry ${param.max_days * 24}h."
    impact     = "A node that is switched off for longer must join again."
    disruption = "none"
  }
}

control "swarm_root_certificate_rotated" {
  param "max_days" {
    type    = number
    default = 365
  }
  title    = "The swarm's root certificate is no older than ${param.max_days} days"
  severity = "low"

  when     = docker.swarm.active
  when_not = "Swarm mode is not active."
  check    = docker.swarm.trust_root_age_days <= param.max_days

  message   = "The swarm's root certificate is ${docker.swarm.trust_root_age_days} days old (from ${docker.swarm.trust_root_not_before})"
  rationale = "Whoever once copied the root key can make nodes of their own for as long as the certificate is in use; by itself it lasts twenty years."
  remediation {
    text       = "Rotate it with docker swarm ca --rotate. The swarm replaces the certificate of every node by itself."
    impact     = "Nodes that are switched off meanwhile must join again."
    disruption = "none"
  }
}

control "swarm_data_path_separate" {
  title    = "Containers' traffic between nodes uses another address than the swarm's own"
  severity = "low"

  when     = docker.swarm.active
  when_not = "Swarm mode is not active."
  check    = docker.swarm.data_path_addr != null && docker.swarm.data_path_addr != docker.swarm.node_addr

  message   = "Containers' traffic and the swarm's own both use ${docker.swarm.node_addr}"
  rationale = "On an interface of its own, the traffic of busy or hostile containers can neither crowd out nor reach the managers' conversation."
  remediation {
    text       = "Give the node a second interface, take it out of the swarm and join it again with --advertise-addr ${docker.swarm.node_addr} --data-path-addr INTERFACE."
    impact     = "The node's tasks move to other nodes while it is away."
    disruption = "recreate"
  }
}

control "component_not_vulnerable" {
  title    = "No part of the engine has a known vulnerability"
  severity = "critical"

  each  = component
  check = none(component.vulnerabilities)

  message   = "${component.name} ${component.version} has ${join(", ", component.vulnerabilities)}, fixed in ${component.fixed_in}"
  rationale = "Several of these let a container write to the host, or an image take over the build. They are public, with programs that use them."
  remediation {
    text       = "Update ${component.name} to ${component.fixed_in} or newer from the source that it was installed from, and restart the engine. The table that this was compared with is of ${component.table_date}."
    impact     = "Without live-restore, the restart ends all containers; they start again by their restart policy."
    disruption = "restart_daemon"
  }
}

control "component_supported" {
  title    = "Every part of the engine is of a version that still gets fixes"
  severity = "high"

  each     = component
  when     = component.supported != null
  when_not = "The table of ${component.table_date} does not say how long ${component.name} ${component.version} is supported."
  check    = component.supported

  message   = "${component.name} ${component.version} no longer gets fixes; the newest version is ${component.newest}"
  rationale = "For a version that its makers have left, the next hole stays open, and no scanner may ever name it."
  remediation {
    text       = "Move to a branch that is supported, such as ${component.newest}; read its release notes first, and update one machine before the others."
    impact     = "A new branch may drop old API versions, storage drivers and settings."
    disruption = "restart_daemon"
  }
}

control "node_same_engine" {
  title    = "All nodes of the swarm run the same engine version"
  severity = "low"

  each  = node
  check = node.engine_version == docker.version.version

  message   = "${node.hostname} runs engine ${node.engine_version}, this one ${docker.version.version}"
  rationale = "The oldest node is the easiest to break, and an attacker may choose: tasks, secrets and networks are the same on all."
  remediation {
    text       = "Drain ${node.hostname} (docker node update --availability drain ${node.hostname}), update its engine, and make it active again. Managers first."
    impact     = "The node's tasks move to other nodes while it is updated."
    disruption = "restart_daemon"
  }
}

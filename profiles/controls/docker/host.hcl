# The machine below the engine: its disk, its people, its audit rules, its releases.

control "engine_data_on_own_file_system" {
  # Where containerd keeps layers when it is the engine's image store.
  param "containerd_root" {
    type    = string
    default = "/var/lib/containerd"
  }
  title    = "The engine's data lies on a file system of its own"
  severity = "medium"

  check = mount(docker.daemon.data_root).is_mount_point && none([
    for s in docker.info.driver_status : param.containerd_root
    if s.value == "io.containerd.snapshotter.v1" && file(param.containerd_root).exists && !mount(param.containerd_root).is_mount_point
  ])
  evidence = [docker.info.driver, mount(docker.daemon.data_root).device, mount(docker.daemon.data_root).mount_point]

  message = (
    mount(docker.daemon.data_root).is_mount_point
    ? "Image layers in ${param.containerd_root} lie on the file system of ${mount(param.containerd_root).mount_point}"
    : "${docker.daemon.data_root} lies on the file system of ${mount(docker.daemon.data_root).mount_point}"
  )
  rationale = "Images, logs and volumes grow without asking. On a shared file system they can fill the disk that the operating system, and its logs, need to keep working."
  remediation {
    text       = "Stop the engine, move ${docker.daemon.data_root} to a volume of its own, and mount that volume there through /etc/fstab. Where containerd is the image store, do the same for ${param.containerd_root}."
    impact     = "The engine and every container stop while the data moves."
    disruption = "restart_daemon"
  }
}

control "engine_group_trusted" {
  param "trusted" {
    type    = list(string)
    default = []
  }
  title    = "Only trusted accounts belong to the group that commands the engine"
  severity = "high"

  when     = !docker.daemon.rootless
  when_not = "The engine runs rootless; its socket belongs to one user and no group commands it."
  check    = none([for m in group(docker.daemon.socket_group).members : m if m != "root" && !contains(param.trusted, m)])

  message   = "Group ${docker.daemon.socket_group} lets ${join(", ", setsubtract(group(docker.daemon.socket_group).members, concat(["root"], param.trusted)))} command the engine"
  rationale = "A member of this group can start a container that mounts the host's root directory. Membership is root by another name, without a password and without sudo's log."
  remediation {
    text       = "Remove each account that does not need it: ${join("; ", [for m in setsubtract(group(docker.daemon.socket_group).members, concat(["root"], param.trusted)) : "gpasswd -d ${m} ${docker.daemon.socket_group}"])}. Name those who stay in the trusted parameter of your own profile."
    impact     = "The removed accounts, and jobs that run under them, can no longer use docker without sudo."
    disruption = "none"

    fix "run" {
      argvs = [
        for m in setsubtract(group(docker.daemon.socket_group).members, concat(["root"], param.trusted)) :
        ["gpasswd", "-d", m, docker.daemon.socket_group] if !startswith(m, "-")
      ]
    }
  }
}

control "host_hardened" {
  title     = "The host itself has been hardened"
  severity  = "high"
  evidence  = [host.os_name, host.kernel]
  rationale = "Containers share the host's kernel, accounts and services. An engine that is set up well on a neglected host protects little."
  question  = "Was this host hardened against a baseline for its operating system, and is the result recent and acted upon?"
  procedure = <<-EOT
    Audit the host with the profile for its distribution, for instance: scantling audit --profile cis-debian-12.
    Look at the date of the last report, at what it left open, and at who accepted that.
    Compare the packages with the distribution's security updates, and the running kernel with the installed one.
  EOT
  remediation {
    text       = "Harden ${host.os_name} by its own benchmark, keep the report with this one, and repeat both on a schedule."
    impact     = "Depends on the baseline; try it on a machine of the same kind first."
    disruption = "reboot"
  }
}

control "engine_release_current" {
  title    = "The engine, containerd and runc run releases without known holes"
  severity = "high"

  each  = component
  ask   = component.distribution_build
  check = component.version == component.newest && none(component.vulnerabilities)

  message   = "${component.name} is ${component.version}${component.supported != false ? "" : ", of a branch that gets no more fixes"}; the table of ${component.table_date} has ${component.newest} as newest${none(component.vulnerabilities) ? "" : " and lists ${join(", ", component.vulnerabilities)}"}"
  rationale = "Holes in these three let a container out onto the host. Fixes arrive only in new releases, and a branch past its end receives none."
  question  = "This is a distribution's own build, whose number stays the same when fixes are carried back. Is it the newest package that the distribution offers?"
  procedure = <<-EOT
    Debian, Ubuntu: apt-get update, then apt list --upgradable. Fedora, RHEL: dnf check-update.
    Look for docker.io, moby-engine, containerd and runc among the results.
    Hold the installed versions against the distribution's security tracker.
  EOT
  evidence  = [component.version, component.vulnerabilities]
  remediation {
    text       = "Upgrade ${component.name} from ${component.version} to ${component.newest} or newer.${component.fixed_in == "" ? "" : " Release ${component.fixed_in} already closes ${join(", ", component.vulnerabilities)}."}"
    impact     = "The engine restarts; containers stop with it unless live restore is on. Read the release notes for removed options first."
    disruption = "restart_daemon"
  }
}

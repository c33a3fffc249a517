# Modules that the kernel can load. One that is part of a kernel cannot be kept out by
# modprobe's configuration, so nothing can be asked of it: such a row does not apply,
# unless another installed kernel has the module as a file.

control "kernel_module_disabled" {
  param "module" {
    type = string
  }
  title    = "The kernel module ${param.module} cannot be loaded"
  severity = "medium"

  when     = host.own_kernel && !(kernel_module(param.module).builtin && !kernel_module(param.module).available)
  when_not = host.own_kernel ? "${param.module} is built into the kernel, where no configuration can keep it out." : "The kernel and its modules belong to the machine around this one."
  check    = !kernel_module(param.module).available || !kernel_module(param.module).loaded && kernel_module(param.module).install_disabled && kernel_module(param.module).denylisted
  evidence = [kernel_module(param.module).kernels, kernel_module(param.module).in_use]

  message = "${param.module} can be loaded: it is ${kernel_module(param.module).summary}"
  rationale = lookup({
    overlay       = "Errors in how overlays check rights have made ordinary users root more than once. A machine without containers does not need them."
    squashfs      = "A kind of file system that nobody mounts here is code that a prepared image can attack."
    usb-storage   = "A stick carries data out and malware in, past every network defence, for whoever stands at the machine."
    firewire-core = "FireWire devices can reach into memory, and are hardly in use any more."
    bluetooth     = "A radio is a way into the machine for everybody near it."
  }, param.module, "Code of the kernel that nobody here uses can still be reached: by a prepared image or device, or by an ordinary user's system call that makes the kernel load it.")
  remediation {
    text = "Write the lines 'install ${param.module} /bin/false' and 'blacklist ${param.module}' to /etc/modprobe.d/${param.module}.conf and run modprobe -r ${param.module}; what uses it has to stop first. ${host.os_family == "rhel" ? "Run dracut -f" : "Run update-initramfs -u"}, so that the image that boots knows it too."
    impact = lookup({
      overlay       = "Docker, Podman and containerd cannot start containers any more: leave it where the machine runs them."
      squashfs      = "Snaps, and images that are mounted this way, stop working: leave it where the machine uses snaps."
      udf           = "DVDs, and the provisioning disk of virtual machines on Azure, cannot be mounted."
      usb-storage   = "Sticks and disks on USB are no longer recognised."
      firewire-core = "Devices on FireWire are no longer recognised."
      can           = "Controllers on a CAN bus cannot be reached."
      sctp          = "Telephony and cluster software that speaks SCTP stops working."
    }, param.module, "Programs that need it stop working; few machines have one.")
    disruption = "none"

    fix "lines" {
      path  = "/etc/modprobe.d/60-hardening.conf"
      lines = ["install ${param.module} /bin/false", "blacklist ${param.module}"]
    }

    fix "run" {
      when = kernel_module(param.module).loaded
      argv = ["modprobe", "-r", param.module]
      live = true
    }

    fix "run" {
      argv = host.os_family == "rhel" ? ["dracut", "-f"] : ["update-initramfs", "-u"]
      live = true
    }
  }
}

control "unused_filesystems_reviewed" {
  title    = "Kernel modules of file systems that nobody uses cannot be loaded"
  severity = "medium"
  evidence = [filesystems.open, filesystems.mounted]

  when      = host.own_kernel
  when_not  = "The kernel and its modules belong to the machine around this one."
  rationale = "Each kind of file system that the kernel can load is code that a prepared image, stick or network share can attack, and several of them have had such errors."
  question  = "Is each file system that can be loaded and is not mounted needed here?"
  procedure = <<-EOT
    Go through filesystems.open. Keep what this machine uses at times, such as vfat of the
    boot partition, nfs or cifs of shares that are mounted on demand, fuse of desktop
    programs, and overlay under containers. Look hard at afs, ceph, exfat, gfs2, nfsd and
    others that have had errors of their own and that nobody here mounts.
  EOT
  remediation {
    text       = "For each that is not needed write 'install NAME /bin/false' and 'blacklist NAME' to /etc/modprobe.d/NAME.conf."
    impact     = "What is wrongly left out cannot be mounted until the file is removed; never take the root file system's own."
    disruption = "none"
  }
}

package docker

// containerMembers are the members of an inspection that the computed attributes
// come from, as their origin names them.
var containerMembers = map[string]string{
	"compose":                      "Config.Labels",
	"swarm_service":                "Config.Labels",
	"kubernetes":                   "Config.Labels",
	"secrets":                      "Config.Env, Config.Labels, Config.Cmd, Config.Entrypoint, HostConfig.LogConfig",
	"docker_host":                  "Config.Env",
	"init_process":                 "State.Pid, State.Running",
	"processes":                    "State.Running",
	"host_paths":                   "Mounts",
	"shared_volumes":               "Mounts",
	"exec_sessions":                "ExecIDs",
	"image_name":                   "Config.Image",
	"image_current":                "Image, Config.Image",
	"image_created":                "Image",
	"effective.capabilities":       "HostConfig.CapAdd, HostConfig.CapDrop, HostConfig.Privileged",
	"effective.added_capabilities": "HostConfig.CapAdd, HostConfig.CapDrop, HostConfig.Privileged",
	"effective.network_mode":       "HostConfig.NetworkMode",
	"effective.pid_mode":           "HostConfig.PidMode",
	"effective.ipc_mode":           "HostConfig.IpcMode",
	"effective.seccomp":            "HostConfig.SecurityOpt, HostConfig.Privileged",
	"effective.app_armor":          "AppArmorProfile, HostConfig.SecurityOpt, HostConfig.Privileged",
	"effective.selinux_disabled":   "HostConfig.SecurityOpt, HostConfig.Privileged",
	"effective.no_new_privileges":  "HostConfig.SecurityOpt",
	"effective.unmasked_proc":      "HostConfig.MaskedPaths, HostConfig.ReadonlyPaths, HostConfig.Privileged, HostConfig.SecurityOpt",
	"effective.user":               "Config.User",
	"effective.user_is_root":       "Config.User",
	"effective.restart_retries":    "HostConfig.RestartPolicy",
}

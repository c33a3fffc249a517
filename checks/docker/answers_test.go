package docker

// Answers of engines, cut down to what differs between them.
const (
	info141 = `{"ID":"KZ2K","Containers":3,"ContainersRunning":1,"ContainersStopped":2,"Images":4,"Driver":"overlay2",
"DriverStatus":[["Backing Filesystem","extfs"],["Native Overlay Diff","true"]],"Plugins":{"Volume":["local"],"Authorization":["opa"]},
"MemoryLimit":true,"SwapLimit":true,"PidsLimit":true,"CPUShares":true,"CpuCfsQuota":true,"Debug":false,"LoggingDriver":"json-file",
"CgroupDriver":"systemd","CgroupVersion":"2","KernelVersion":"6.1.0","OperatingSystem":"Debian GNU/Linux 12 (bookworm)","OSType":"linux",
"RegistryConfig":{"InsecureRegistryCIDRs":["127.0.0.0/8","10.0.0.0/8"],
  "IndexConfigs":{"docker.io":{"Mirrors":["https://mirror.example/"],"Secure":true},"reg.example:5000":{"Mirrors":[],"Secure":false},"localhost:5000":{"Secure":false}},
  "Mirrors":["https://mirror.example/"]},
"DockerRootDir":"/var/lib/docker","HttpProxy":"http://kim:s3cret@proxy.example:3128/","HttpsProxy":"","NoProxy":"10.0.0.0/8","Labels":["api_token=s3cret-s3cret"],"ExperimentalBuild":false,
"ServerVersion":"20.10.24+dfsg1","Runtimes":{"runc":{"path":"runc"},"crun":{"path":"/usr/bin/crun"}},"DefaultRuntime":"runc",
"Swarm":{"NodeID":"","NodeAddr":"","LocalNodeState":"inactive","ControlAvailable":false,"Error":"","RemoteManagers":null},
"LiveRestoreEnabled":true,"InitBinary":"docker-init","SecurityOptions":["name=apparmor","name=seccomp,profile=default","name=userns"],"Warnings":null}`

	info156 = `{"ID":"0a1b","Containers":0,"Images":0,"Driver":"overlayfs","DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]],
"Plugins":{"Authorization":null},"MemoryLimit":true,"SwapLimit":true,"PidsLimit":true,"CPUShares":true,"Debug":true,"LoggingDriver":"local",
"CgroupVersion":"2","RegistryConfig":{"InsecureRegistryCIDRs":["::1/128","127.0.0.0/8"],"IndexConfigs":{},"Mirrors":null},"DockerRootDir":"/var/lib/docker",
"ExperimentalBuild":false,"ServerVersion":"29.10.0","Swarm":{"LocalNodeState":"inactive"},"LiveRestoreEnabled":false,
"SecurityOptions":["name=seccomp,profile=builtin","name=cgroupns","name=no-new-privileges","name=rootless"],
"FirewallBackend":{"Driver":"nftables"},"Containerd":{"Address":"/run/containerd/containerd.sock","Namespaces":{"Containers":"moby","Plugins":"plugins.moby"}},
"DiscoveredDevices":[{"Source":"cdi","ID":"vendor.example/gpu=0"}],"Warnings":["[DEPRECATION NOTICE]: old"]}`

	// Podman's compatible answer: no registry configuration.
	infoPodman = `{"ID":"6d2c","Containers":1,"ContainersRunning":1,"Images":2,"Driver":"overlay","DriverStatus":[["Backing Filesystem","xfs"]],
"Plugins":{"Volume":["local","image"],"Network":["bridge"],"Authorization":null,"Log":["k8s-file","none"]},"MemoryLimit":true,"SwapLimit":true,
"PidsLimit":true,"CPUShares":true,"Debug":false,"LoggingDriver":"","CgroupDriver":"systemd","CgroupVersion":"2","RegistryConfig":null,"DockerRootDir":"/home/kim/.local/share/containers/storage",
"ExperimentalBuild":true,"ServerVersion":"5.4.2","Runtimes":{"crun":{"path":"/usr/bin/crun"}},"DefaultRuntime":"crun","Swarm":{"LocalNodeState":"inactive"},
"LiveRestoreEnabled":false,"SecurityOptions":["name=seccomp,profile=default","name=rootless","name=selinux"],"Warnings":[]}`

	version141 = `{"Platform":{"Name":""},"Components":[{"Name":"Engine","Version":"20.10.24+dfsg1","Details":{"ApiVersion":"1.41"}},
{"Name":"containerd","Version":"1.6.20~ds1","Details":{"GitCommit":"1.6.20~ds1-1+deb12u3"}}],"Version":"20.10.24+dfsg1","ApiVersion":"1.41","MinAPIVersion":"1.12",
"Os":"linux","Arch":"amd64","KernelVersion":"6.1.0"}`

	versionPodman = `{"Platform":{"Name":"linux/amd64/fedora-43"},"Components":[{"Name":"Podman Engine","Version":"5.4.2","Details":{"APIVersion":"5.4.2"}},
{"Name":"Conmon","Version":"conmon version 2.1.12"}],"Version":"5.4.2","ApiVersion":"1.41","MinAPIVersion":"1.24","Os":"linux","Arch":"amd64"}`

	services = `[{"ID":"48tc","Spec":{"Name":"web","TaskTemplate":{"ContainerSpec":{"Env":["DB_PASSWORD=hunter2hunter2","MODE=x"],"User":"1000",
"Mounts":[{"Type":"bind","Source":"/srv","Target":"/x","ReadOnly":true}],"Secrets":[{"SecretID":"z1","SecretName":"db_pw"}],
"Privileges":{"NoNewPrivileges":true,"Seccomp":{"Mode":"unconfined"}},"CapabilityAdd":["CAP_NET_ADMIN"]},
"Resources":{"Limits":{"MemoryBytes":67108864,"Pids":100}},"RestartPolicy":{"Condition":"on-failure","MaxAttempts":3},
"Networks":[{"Target":"onet1"}]},"Mode":{"Replicated":{"Replicas":2}}},
"Endpoint":{"Ports":[{"Protocol":"tcp","TargetPort":80,"PublishedPort":8080,"PublishMode":"ingress"}]}},
{"ID":"qsqn","Spec":{"Name":"agent","TaskTemplate":{"ContainerSpec":{"ReadOnly":"maybe"},"Networks":[{"Target":"hostswarm"}]},"Mode":{"Global":{}}},"Endpoint":{}},
{"ID":"none"}]`

	networks = `[{"Name":"onet","Id":"onet1","Scope":"swarm","Driver":"overlay","EnableIPv6":true,"IPAM":{"Config":[{"Subnet":"10.0.1.0/24"}]},
"Containers":null,"Options":{"encrypted":""}},
{"Name":"plain","Id":"p1","Scope":"swarm","Driver":"overlay","IPAM":{"Config":null},"Options":{"encrypted":"false"}},
{"Name":"bridge","Id":"b1","Scope":"local","Driver":"bridge","Internal":"no","IPAM":{"Config":[{"Subnet":"172.17.0.0/16"}]},"Options":{"com.docker.network.bridge.enable_icc":"true"}},
{"Id":"x"}]`

	nodes = `[{"ID":"rhrc","Spec":{"Role":"manager","Availability":"active"},"Description":{"Hostname":"vm","Engine":{"EngineVersion":"29.1.0"}},
"Status":{"State":"ready","Addr":"10.0.0.1"},"ManagerStatus":{"Leader":true,"Reachability":"reachable","Addr":"10.0.0.1:2377"}},
{"ID":"w0rk","Spec":{"Role":"worker","Availability":"drain"},"Description":{"Hostname":"two","Engine":{"EngineVersion":7}},"Status":{"State":"down","Addr":"10.0.0.2"}}]`

	containers = `[{"Id":"aaa","Names":["/db/alias","/web"],"ImageID":"sha256:1111111111111111","State":"running","Created":1700000000,
"Mounts":[{"Type":"volume","Name":"data","RW":true},{"Type":"volume","Name":"share","RW":false},{"Type":"bind","Source":"/srv"}],
"NetworkSettings":{"Networks":{"bridge":{"NetworkID":"b1"},"onet":{}}}},
{"Id":"bbb","Names":["/old"],"ImageID":"sha256:2222222222222222","State":"exited","Created":1600000000,"Mounts":[{"Type":"volume","Name":"share","RW":true}],
"NetworkSettings":{"Networks":{"bridge":{}}}},
{"Id":"ccc","Names":["/never"],"ImageID":"sha256:1111111111111111","State":"created","Created":1690000000,"NetworkSettings":null},
{"Id":"ddd","Names":["/late"],"ImageID":"sha256:1111111111111111","State":"exited","Created":1699000000}]`
)

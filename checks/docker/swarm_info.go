package docker

// swarmInfo is the Swarm member of GET /info. On managers it holds what GET
// /swarm does, without that call's join tokens.
type swarmInfo struct {
	NodeID           string
	NodeAddr         string
	LocalNodeState   string
	ControlAvailable bool
	Error            string
	Nodes            *int64
	Managers         *int64
	Cluster          *clusterInfo
}

type clusterInfo struct {
	Spec struct {
		CAConfig struct {
			NodeCertExpiry int64 // nanoseconds
			ForceRotate    int64
		}
		EncryptionConfig struct{ AutoLockManagers bool }
	}
	TLSInfo                struct{ TrustRoot string } // PEM
	RootRotationInProgress bool
	DataPathPort           int64
}

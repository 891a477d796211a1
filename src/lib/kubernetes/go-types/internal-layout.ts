import { goStructs, type GoField, readLayout } from './go-layout.ts';

/**
 * Where a struct that the API server works with isn't declared as the one that it reads: pkg/apis/core/types.go of Kubernetes
 * 1.35, in the form of go-layout.ts. What shares the node's namespaces is kept with the security of the Pod.
 */
const differences = `
PodSpec Volumes:[]Volume InitContainers:[]Container Containers:[]Container
 EphemeralContainers:[]EphemeralContainer RestartPolicy TerminationGracePeriodSeconds:*int64
 ActiveDeadlineSeconds:*int64 DNSPolicy/dnsPolicy NodeSelector:map[string]string ServiceAccountName
 AutomountServiceAccountToken:*bool NodeName SecurityContext:PodSecurityContext
 ImagePullSecrets:[]LocalObjectReference Hostname Subdomain SetHostnameAsFQDN:*bool
 Affinity:*Affinity SchedulerName Tolerations:[]Toleration HostAliases:[]HostAlias PriorityClassName
 Priority:*int32 PreemptionPolicy:*string DNSConfig/dnsConfig:*PodDNSConfig
 ReadinessGates:[]PodReadinessGate RuntimeClassName:*string Overhead:ResourceList
 EnableServiceLinks:*bool TopologySpreadConstraints:[]TopologySpreadConstraint OS/os:*PodOS
 SchedulingGates:[]PodSchedulingGate ResourceClaims:[]PodResourceClaim
 Resources:*ResourceRequirements HostnameOverride:*string WorkloadRef:*WorkloadReference
PodSecurityContext HostNetwork:bool HostPID:bool HostIPC:bool ShareProcessNamespace:*bool
 HostUsers:*bool SELinuxOptions/seLinuxOptions:*SELinuxOptions
 WindowsOptions:*WindowsSecurityContextOptions RunAsUser:*int64 RunAsGroup:*int64
 RunAsNonRoot:*bool SupplementalGroups:[]int64 SupplementalGroupsPolicy:*string
 FSGroup/fsGroup:*int64 FSGroupChangePolicy/fsGroupChangePolicy:*string Sysctls:[]Sysctl
 SeccompProfile:*SeccompProfile AppArmorProfile:*AppArmorProfile
 SELinuxChangePolicy/seLinuxChangePolicy:*string
PersistentVolumeClaimTemplate ObjectMeta/:ObjectMeta Spec:PersistentVolumeClaimSpec
PersistentVolumeSource GCEPersistentDisk/gcePersistentDisk:*GCEPersistentDiskVolumeSource
 AWSElasticBlockStore/awsElasticBlockStore:*AWSElasticBlockStoreVolumeSource
 HostPath:*HostPathVolumeSource Glusterfs:*GlusterfsPersistentVolumeSource NFS/nfs:*NFSVolumeSource
 RBD/rbd:*RBDPersistentVolumeSource Quobyte:*QuobyteVolumeSource
 ISCSI/iscsi:*ISCSIPersistentVolumeSource FlexVolume:*FlexPersistentVolumeSource
 Cinder:*CinderPersistentVolumeSource CephFS/cephfs:*CephFSPersistentVolumeSource
 FC/fc:*FCVolumeSource Flocker:*FlockerVolumeSource AzureFile:*AzureFilePersistentVolumeSource
 VsphereVolume:*VsphereVirtualDiskVolumeSource AzureDisk:*AzureDiskVolumeSource
 PhotonPersistentDisk:*PhotonPersistentDiskVolumeSource PortworxVolume:*PortworxVolumeSource
 ScaleIO:*ScaleIOPersistentVolumeSource Local:*LocalVolumeSource
 StorageOS/storageos:*StorageOSPersistentVolumeSource CSI/csi:*CSIPersistentVolumeSource
GlusterfsPersistentVolumeSource EndpointsName/endpoints Path ReadOnly:bool
 EndpointsNamespace:*string
RBDPersistentVolumeSource CephMonitors/monitors:[]string RBDImage/image FSType/fsType RBDPool/pool
 RadosUser/user Keyring SecretRef:*SecretReference ReadOnly:bool
SecretReference Name Namespace
ISCSIPersistentVolumeSource TargetPortal IQN/iqn Lun:int32 ISCSIInterface/iscsiInterface
 FSType/fsType ReadOnly:bool Portals:[]string DiscoveryCHAPAuth/chapAuthDiscovery:bool
 SessionCHAPAuth/chapAuthSession:bool SecretRef:*SecretReference InitiatorName:*string
FlexPersistentVolumeSource Driver FSType/fsType SecretRef:*SecretReference ReadOnly:bool
 Options:map[string]string
CinderPersistentVolumeSource VolumeID FSType/fsType ReadOnly:bool SecretRef:*SecretReference
CephFSPersistentVolumeSource Monitors:[]string Path User SecretFile SecretRef:*SecretReference
 ReadOnly:bool
AzureFilePersistentVolumeSource SecretName ShareName ReadOnly:bool SecretNamespace:*string
ScaleIOPersistentVolumeSource Gateway System SecretRef:*SecretReference SSLEnabled/sslEnabled:bool
 ProtectionDomain StoragePool StorageMode VolumeName FSType/fsType ReadOnly:bool
LocalVolumeSource Path FSType/fsType:*string
StorageOSPersistentVolumeSource VolumeName VolumeNamespace FSType/fsType ReadOnly:bool
 SecretRef:*ObjectReference
ObjectReference Kind Namespace Name UID/uid APIVersion/apiVersion ResourceVersion FieldPath
CSIPersistentVolumeSource Driver VolumeHandle ReadOnly:bool FSType/fsType
 VolumeAttributes:map[string]string ControllerPublishSecretRef:*SecretReference
 NodeStageSecretRef:*SecretReference NodePublishSecretRef:*SecretReference
 ControllerExpandSecretRef:*SecretReference NodeExpandSecretRef:*SecretReference
`;

let known: ReadonlyMap<string, readonly GoField[]> | undefined;

/** Every struct that the API server works with, by the name of the one that it reads. */
export function internalStructs(): ReadonlyMap<string, readonly GoField[]> {
	known ??= new Map([...goStructs, ...withQuobyteEarly(), ...readLayout(differences)]);
	return known;
}

/** The sources of a volume are those that are read, but for the place of one. */
function withQuobyteEarly(): [string, readonly GoField[]][] {
	const sources = goStructs.get('v1.VolumeSource') ?? [];
	const moved = sources.filter(({ name }) => name === 'Quobyte');
	const others = sources.filter(({ name }) => name !== 'Quobyte');
	const at = others.findIndex(({ name }) => name === 'RBD') + 1;
	return [['v1.VolumeSource', [...others.slice(0, at), ...moved, ...others.slice(at)]]];
}

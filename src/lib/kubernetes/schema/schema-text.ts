/**
 * Fields of the kinds that exist, from the OpenAPI of kube-apiserver 1.35.4 and the Go types of k8s.io/api 0.35.4.
 *
 * One line per type: its name, then `field=code`. Codes: `s` string, `b` boolean, `i` int32, `l` int64, `q` quantity,
 * `x` int-or-string, `t` time, `T` time with microseconds, `y` base64 bytes, `o` anything, else a type's name; `[ ]` a list and
 * `{ }` a map of them. After it: `*` a Go pointer (a zero value is kept), `!` always written, `@key` merged by that key in a
 * strategic merge patch (`@` alone: merged as a set), `~` other keys are retained only on demand, `:name` the Go type's name.
 */
export const schemaText = `
Pod metadata=ObjectMeta! spec=PodSpec! status=PodStatus!
Node metadata=ObjectMeta! spec=NodeSpec! status=NodeStatus!
Namespace metadata=ObjectMeta! spec=NamespaceSpec! status=NamespaceStatus!
ServiceAccount automountServiceAccountToken=b* imagePullSecrets=[LocalObjectReference] metadata=ObjectMeta! secrets=[ObjectReference]@name
ConfigMap binaryData={y} data={s} immutable=b* metadata=ObjectMeta!
Secret data={y} immutable=b* metadata=ObjectMeta! stringData={s} type=s
Event action=s count=i eventTime=T! firstTimestamp=t! involvedObject=ObjectReference! lastTimestamp=t! message=s metadata=ObjectMeta! reason=s related=ObjectReference reportingComponent=s! reportingInstance=s! series=EventSeries source=EventSource! type=s
Lease metadata=ObjectMeta! spec=LeaseSpec!
Deployment metadata=ObjectMeta! spec=DeploymentSpec! status=DeploymentStatus!
ReplicaSet metadata=ObjectMeta! spec=ReplicaSetSpec! status=ReplicaSetStatus!
Service metadata=ObjectMeta! spec=ServiceSpec! status=ServiceStatus!
Endpoints metadata=ObjectMeta! subsets=[EndpointSubset]
EndpointSlice addressType=s!:v1.AddressType endpoints=[Endpoint]! metadata=ObjectMeta! ports=[EndpointSlicePort]!:v1.EndpointPort
Scale metadata=ObjectMeta! spec=ScaleSpec! status=ScaleStatus!
DeploymentSpec minReadySeconds=i paused=b progressDeadlineSeconds=i* replicas=i* revisionHistoryLimit=i* selector=LabelSelector* strategy=DeploymentStrategy!~ template=PodTemplateSpec!
DeploymentStatus availableReplicas=i collisionCount=i* conditions=[DeploymentCondition]@type observedGeneration=l readyReplicas=i replicas=i terminatingReplicas=i* unavailableReplicas=i updatedReplicas=i
DeploymentStrategy rollingUpdate=RollingUpdateDeployment* type=s:v1.DeploymentStrategyType
RollingUpdateDeployment maxSurge=x* maxUnavailable=x*
DeploymentCondition lastTransitionTime=t! lastUpdateTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v1.DeploymentConditionType
ReplicaSetSpec minReadySeconds=i replicas=i* selector=LabelSelector* template=PodTemplateSpec!
ReplicaSetStatus availableReplicas=i conditions=[ReplicaSetCondition]@type fullyLabeledReplicas=i observedGeneration=l readyReplicas=i replicas=i! terminatingReplicas=i*
ReplicaSetCondition lastTransitionTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v1.ReplicaSetConditionType
PodTemplateSpec metadata=ObjectMeta! spec=PodSpec!
ServiceSpec allocateLoadBalancerNodePorts=b* clusterIP=s clusterIPs=[s] externalIPs=[s] externalName=s externalTrafficPolicy=s:v1.ServiceExternalTrafficPolicy healthCheckNodePort=i internalTrafficPolicy=s*:v1.ServiceInternalTrafficPolicy ipFamilies=[s]:v1.IPFamily ipFamilyPolicy=s*:v1.IPFamilyPolicy loadBalancerClass=s* loadBalancerIP=s loadBalancerSourceRanges=[s] ports=[ServicePort]@port publishNotReadyAddresses=b selector={s} sessionAffinity=s:v1.ServiceAffinity sessionAffinityConfig=SessionAffinityConfig* trafficDistribution=s* type=s:v1.ServiceType
ServiceStatus conditions=[Condition]@type loadBalancer=LoadBalancerStatus!
ServicePort appProtocol=s* name=s nodePort=i port=i! protocol=s:v1.Protocol targetPort=x!
SessionAffinityConfig clientIP=ClientIPConfig*
ClientIPConfig timeoutSeconds=i*
LoadBalancerStatus ingress=[LoadBalancerIngress]
LoadBalancerIngress hostname=s ip=s ipMode=s*:v1.LoadBalancerIPMode ports=[PortStatus]
PortStatus error=s* port=i! protocol=s!:v1.Protocol
Condition lastTransitionTime=t! message=s! observedGeneration=l reason=s! status=s!:v1.ConditionStatus type=s!
EndpointSubset addresses=[EndpointAddress] notReadyAddresses=[EndpointAddress] ports=[EndpointPort]
EndpointAddress hostname=s ip=s! nodeName=s* targetRef=ObjectReference*
EndpointPort appProtocol=s* name=s port=i! protocol=s:v1.Protocol
EndpointSlicePort appProtocol=s* name=s* port=i* protocol=s*:v1.Protocol
Endpoint addresses=[s]! conditions=EndpointConditions! deprecatedTopology={s} hints=EndpointHints* hostname=s* nodeName=s* targetRef=ObjectReference* zone=s*
EndpointConditions ready=b* serving=b* terminating=b*
EndpointHints forNodes=[ForNode] forZones=[ForZone]
ForNode name=s!
ForZone name=s!
ScaleSpec replicas=i
ScaleStatus replicas=i! selector=s
ObjectMeta annotations={s} creationTimestamp=t deletionGracePeriodSeconds=l* deletionTimestamp=t* finalizers=[s]@ generateName=s generation=l labels={s} managedFields=[ManagedFieldsEntry] name=s namespace=s ownerReferences=[OwnerReference]@uid resourceVersion=s selfLink=s uid=s:types.UID
PodSpec activeDeadlineSeconds=l* affinity=Affinity* automountServiceAccountToken=b* containers=[Container]!@name dnsConfig=PodDNSConfig* dnsPolicy=s:v1.DNSPolicy enableServiceLinks=b* ephemeralContainers=[EphemeralContainer]@name hostAliases=[HostAlias]@ip hostIPC=b hostNetwork=b hostPID=b hostUsers=b* hostname=s hostnameOverride=s* imagePullSecrets=[LocalObjectReference]@name initContainers=[Container]@name nodeName=s nodeSelector={s} os=PodOS* overhead={q} preemptionPolicy=s*:v1.PreemptionPolicy priority=i* priorityClassName=s readinessGates=[PodReadinessGate] resourceClaims=[PodResourceClaim]@name~ resources=ResourceRequirements* restartPolicy=s:v1.RestartPolicy runtimeClassName=s* schedulerName=s schedulingGates=[PodSchedulingGate]@name securityContext=PodSecurityContext* serviceAccount=s serviceAccountName=s setHostnameAsFQDN=b* shareProcessNamespace=b* subdomain=s terminationGracePeriodSeconds=l* tolerations=[Toleration] topologySpreadConstraints=[TopologySpreadConstraint]@topologyKey volumes=[Volume]@name~ workloadRef=WorkloadReference*
PodStatus allocatedResources={q} conditions=[PodCondition]@type containerStatuses=[ContainerStatus] ephemeralContainerStatuses=[ContainerStatus] extendedResourceClaimStatus=PodExtendedResourceClaimStatus hostIP=s hostIPs=[HostIP]@ip initContainerStatuses=[ContainerStatus] message=s nominatedNodeName=s observedGeneration=l phase=s podIP=s podIPs=[PodIP]@ip qosClass=s reason=s resize=s resourceClaimStatuses=[PodResourceClaimStatus]@name~ resources=ResourceRequirements startTime=t
NodeSpec configSource=NodeConfigSource externalID=s podCIDR=s podCIDRs=[s]@ providerID=s taints=[Taint] unschedulable=b
NodeStatus addresses=[NodeAddress]@type allocatable={q} capacity={q} conditions=[NodeCondition]@type config=NodeConfigStatus daemonEndpoints=NodeDaemonEndpoints! declaredFeatures=[s] features=NodeFeatures images=[ContainerImage] nodeInfo=NodeSystemInfo! phase=s runtimeHandlers=[NodeRuntimeHandler] volumesAttached=[AttachedVolume] volumesInUse=[s]
NamespaceSpec finalizers=[s]
NamespaceStatus conditions=[NamespaceCondition]@type phase=s
LocalObjectReference name=s
ObjectReference apiVersion=s fieldPath=s kind=s name=s namespace=s resourceVersion=s uid=s
EventSeries count=i lastObservedTime=T!
EventSource component=s host=s
LeaseSpec acquireTime=T* holderIdentity=s* leaseDurationSeconds=i* leaseTransitions=i* preferredHolder=s* renewTime=T* strategy=s*
ManagedFieldsEntry apiVersion=s fieldsType=s fieldsV1=o* manager=s operation=s:v1.ManagedFieldsOperationType subresource=s time=t*
OwnerReference apiVersion=s! blockOwnerDeletion=b* controller=b* kind=s! name=s! uid=s!:types.UID
Affinity nodeAffinity=NodeAffinity* podAffinity=PodAffinity* podAntiAffinity=PodAntiAffinity*
Container args=[s] command=[s] env=[EnvVar]@name envFrom=[EnvFromSource] image=s imagePullPolicy=s:v1.PullPolicy lifecycle=Lifecycle* livenessProbe=Probe* name=s! ports=[ContainerPort]@containerPort readinessProbe=Probe* resizePolicy=[ContainerResizePolicy] resources=ResourceRequirements! restartPolicy=s*:v1.ContainerRestartPolicy restartPolicyRules=[ContainerRestartRule] securityContext=SecurityContext* startupProbe=Probe* stdin=b stdinOnce=b terminationMessagePath=s terminationMessagePolicy=s:v1.TerminationMessagePolicy tty=b volumeDevices=[VolumeDevice]@devicePath volumeMounts=[VolumeMount]@mountPath workingDir=s
PodDNSConfig nameservers=[s] options=[PodDNSConfigOption] searches=[s]
EphemeralContainer args=[s] command=[s] env=[EnvVar]@name envFrom=[EnvFromSource] image=s imagePullPolicy=s:v1.PullPolicy lifecycle=Lifecycle* livenessProbe=Probe* name=s! ports=[ContainerPort]@containerPort readinessProbe=Probe* resizePolicy=[ContainerResizePolicy] resources=ResourceRequirements! restartPolicy=s*:v1.ContainerRestartPolicy restartPolicyRules=[ContainerRestartRule] securityContext=SecurityContext* startupProbe=Probe* stdin=b stdinOnce=b targetContainerName=s terminationMessagePath=s terminationMessagePolicy=s:v1.TerminationMessagePolicy tty=b volumeDevices=[VolumeDevice]@devicePath volumeMounts=[VolumeMount]@mountPath workingDir=s
HostAlias hostnames=[s] ip=s!
PodOS name=s!:v1.OSName
PodReadinessGate conditionType=s!:v1.PodConditionType
PodResourceClaim name=s! resourceClaimName=s* resourceClaimTemplateName=s*
ResourceRequirements claims=[ResourceClaim] limits={q} requests={q}
PodSchedulingGate name=s!
PodSecurityContext appArmorProfile=AppArmorProfile* fsGroup=l* fsGroupChangePolicy=s*:v1.PodFSGroupChangePolicy runAsGroup=l* runAsNonRoot=b* runAsUser=l* seLinuxChangePolicy=s*:v1.PodSELinuxChangePolicy seLinuxOptions=SELinuxOptions* seccompProfile=SeccompProfile* supplementalGroups=[l] supplementalGroupsPolicy=s*:v1.SupplementalGroupsPolicy sysctls=[Sysctl] windowsOptions=WindowsSecurityContextOptions*
Toleration effect=s:v1.TaintEffect key=s operator=s:v1.TolerationOperator tolerationSeconds=l* value=s
TopologySpreadConstraint labelSelector=LabelSelector* matchLabelKeys=[s] maxSkew=i! minDomains=i* nodeAffinityPolicy=s*:v1.NodeInclusionPolicy nodeTaintsPolicy=s*:v1.NodeInclusionPolicy topologyKey=s! whenUnsatisfiable=s!:v1.UnsatisfiableConstraintAction
Volume awsElasticBlockStore=AWSElasticBlockStoreVolumeSource* azureDisk=AzureDiskVolumeSource* azureFile=AzureFileVolumeSource* cephfs=CephFSVolumeSource* cinder=CinderVolumeSource* configMap=ConfigMapVolumeSource* csi=CSIVolumeSource* downwardAPI=DownwardAPIVolumeSource* emptyDir=EmptyDirVolumeSource* ephemeral=EphemeralVolumeSource* fc=FCVolumeSource* flexVolume=FlexVolumeSource* flocker=FlockerVolumeSource* gcePersistentDisk=GCEPersistentDiskVolumeSource* gitRepo=GitRepoVolumeSource* glusterfs=GlusterfsVolumeSource* hostPath=HostPathVolumeSource* image=ImageVolumeSource* iscsi=ISCSIVolumeSource* name=s! nfs=NFSVolumeSource* persistentVolumeClaim=PersistentVolumeClaimVolumeSource* photonPersistentDisk=PhotonPersistentDiskVolumeSource* portworxVolume=PortworxVolumeSource* projected=ProjectedVolumeSource* quobyte=QuobyteVolumeSource* rbd=RBDVolumeSource* scaleIO=ScaleIOVolumeSource* secret=SecretVolumeSource* storageos=StorageOSVolumeSource* vsphereVolume=VsphereVirtualDiskVolumeSource*
WorkloadReference name=s! podGroup=s! podGroupReplicaKey=s
PodCondition lastProbeTime=t! lastTransitionTime=t! message=s observedGeneration=l reason=s status=s! type=s!
ContainerStatus allocatedResources={q} allocatedResourcesStatus=[ResourceStatus]@name containerID=s image=s! imageID=s! lastState=ContainerState! name=s! ready=b! resources=ResourceRequirements restartCount=i! started=b* state=ContainerState! stopSignal=s user=ContainerUser volumeMounts=[VolumeMountStatus]@mountPath
PodExtendedResourceClaimStatus requestMappings=[ContainerExtendedResourceRequest]! resourceClaimName=s!
HostIP ip=s!
PodIP ip=s!
PodResourceClaimStatus name=s! resourceClaimName=s
NodeConfigSource configMap=ConfigMapNodeConfigSource
Taint effect=s! key=s! timeAdded=t value=s
NodeAddress address=s! type=s!
NodeCondition lastHeartbeatTime=t! lastTransitionTime=t! message=s reason=s status=s! type=s!
NodeConfigStatus active=NodeConfigSource assigned=NodeConfigSource error=s lastKnownGood=NodeConfigSource
NodeDaemonEndpoints kubeletEndpoint=DaemonEndpoint!
NodeFeatures supplementalGroupsPolicy=b*
ContainerImage names=[s] sizeBytes=l
NodeSystemInfo architecture=s! bootID=s! containerRuntimeVersion=s! kernelVersion=s! kubeProxyVersion=s! kubeletVersion=s! machineID=s! operatingSystem=s! osImage=s! swap=NodeSwapStatus systemUUID=s!
NodeRuntimeHandler features=NodeRuntimeHandlerFeatures name=s
AttachedVolume devicePath=s! name=s!
NamespaceCondition lastTransitionTime=t! message=s reason=s status=s! type=s!
NodeAffinity preferredDuringSchedulingIgnoredDuringExecution=[PreferredSchedulingTerm] requiredDuringSchedulingIgnoredDuringExecution=NodeSelector*
PodAffinity preferredDuringSchedulingIgnoredDuringExecution=[WeightedPodAffinityTerm] requiredDuringSchedulingIgnoredDuringExecution=[PodAffinityTerm]
PodAntiAffinity preferredDuringSchedulingIgnoredDuringExecution=[WeightedPodAffinityTerm] requiredDuringSchedulingIgnoredDuringExecution=[PodAffinityTerm]
EnvVar name=s! value=s valueFrom=EnvVarSource*
EnvFromSource configMapRef=ConfigMapEnvSource* prefix=s secretRef=SecretEnvSource*
Lifecycle postStart=LifecycleHandler* preStop=LifecycleHandler* stopSignal=s*:v1.Signal
Probe exec=ExecAction* failureThreshold=i grpc=GRPCAction* httpGet=HTTPGetAction* initialDelaySeconds=i periodSeconds=i successThreshold=i tcpSocket=TCPSocketAction* terminationGracePeriodSeconds=l* timeoutSeconds=i
ContainerPort containerPort=i! hostIP=s hostPort=i name=s protocol=s:v1.Protocol
ContainerResizePolicy resourceName=s!:v1.ResourceName restartPolicy=s!:v1.ResourceResizeRestartPolicy
ContainerRestartRule action=s!:v1.ContainerRestartRuleAction exitCodes=ContainerRestartRuleOnExitCodes*
SecurityContext allowPrivilegeEscalation=b* appArmorProfile=AppArmorProfile* capabilities=Capabilities* privileged=b* procMount=s*:v1.ProcMountType readOnlyRootFilesystem=b* runAsGroup=l* runAsNonRoot=b* runAsUser=l* seLinuxOptions=SELinuxOptions* seccompProfile=SeccompProfile* windowsOptions=WindowsSecurityContextOptions*
VolumeDevice devicePath=s! name=s!
VolumeMount mountPath=s! mountPropagation=s*:v1.MountPropagationMode name=s! readOnly=b recursiveReadOnly=s*:v1.RecursiveReadOnlyMode subPath=s subPathExpr=s
PodDNSConfigOption name=s value=s*
ResourceClaim name=s! request=s
AppArmorProfile localhostProfile=s* type=s!:v1.AppArmorProfileType
SELinuxOptions level=s role=s type=s user=s
SeccompProfile localhostProfile=s* type=s!:v1.SeccompProfileType
Sysctl name=s! value=s!
WindowsSecurityContextOptions gmsaCredentialSpec=s* gmsaCredentialSpecName=s* hostProcess=b* runAsUserName=s*
LabelSelector matchExpressions=[LabelSelectorRequirement] matchLabels={s}
AWSElasticBlockStoreVolumeSource fsType=s partition=i readOnly=b volumeID=s!
AzureDiskVolumeSource cachingMode=s*:v1.AzureDataDiskCachingMode diskName=s! diskURI=s! fsType=s* kind=s*:v1.AzureDataDiskKind readOnly=b*
AzureFileVolumeSource readOnly=b secretName=s! shareName=s!
CephFSVolumeSource monitors=[s]! path=s readOnly=b secretFile=s secretRef=LocalObjectReference* user=s
CinderVolumeSource fsType=s readOnly=b secretRef=LocalObjectReference* volumeID=s!
ConfigMapVolumeSource defaultMode=i* items=[KeyToPath] name=s optional=b*
CSIVolumeSource driver=s! fsType=s* nodePublishSecretRef=LocalObjectReference* readOnly=b* volumeAttributes={s}
DownwardAPIVolumeSource defaultMode=i* items=[DownwardAPIVolumeFile]
EmptyDirVolumeSource medium=s:v1.StorageMedium sizeLimit=q*
EphemeralVolumeSource volumeClaimTemplate=PersistentVolumeClaimTemplate*
FCVolumeSource fsType=s lun=i* readOnly=b targetWWNs=[s] wwids=[s]
FlexVolumeSource driver=s! fsType=s options={s} readOnly=b secretRef=LocalObjectReference*
FlockerVolumeSource datasetName=s datasetUUID=s
GCEPersistentDiskVolumeSource fsType=s partition=i pdName=s! readOnly=b
GitRepoVolumeSource directory=s repository=s! revision=s
GlusterfsVolumeSource endpoints=s! path=s! readOnly=b
HostPathVolumeSource path=s! type=s*:v1.HostPathType
ImageVolumeSource pullPolicy=s:v1.PullPolicy reference=s
ISCSIVolumeSource chapAuthDiscovery=b chapAuthSession=b fsType=s initiatorName=s* iqn=s! iscsiInterface=s lun=i! portals=[s] readOnly=b secretRef=LocalObjectReference* targetPortal=s!
NFSVolumeSource path=s! readOnly=b server=s!
PersistentVolumeClaimVolumeSource claimName=s! readOnly=b
PhotonPersistentDiskVolumeSource fsType=s pdID=s!
PortworxVolumeSource fsType=s readOnly=b volumeID=s!
ProjectedVolumeSource defaultMode=i* sources=[VolumeProjection]
QuobyteVolumeSource group=s readOnly=b registry=s! tenant=s user=s volume=s!
RBDVolumeSource fsType=s image=s! keyring=s monitors=[s]! pool=s readOnly=b secretRef=LocalObjectReference* user=s
ScaleIOVolumeSource fsType=s gateway=s! protectionDomain=s readOnly=b secretRef=LocalObjectReference* sslEnabled=b storageMode=s storagePool=s system=s! volumeName=s
SecretVolumeSource defaultMode=i* items=[KeyToPath] optional=b* secretName=s
StorageOSVolumeSource fsType=s readOnly=b secretRef=LocalObjectReference* volumeName=s volumeNamespace=s
VsphereVirtualDiskVolumeSource fsType=s storagePolicyID=s storagePolicyName=s volumePath=s!
ResourceStatus name=s! resources=[ResourceHealth]
ContainerState running=ContainerStateRunning terminated=ContainerStateTerminated waiting=ContainerStateWaiting
ContainerUser linux=LinuxContainerUser*
VolumeMountStatus mountPath=s! name=s! readOnly=b recursiveReadOnly=s*
ContainerExtendedResourceRequest containerName=s! requestName=s! resourceName=s!
ConfigMapNodeConfigSource kubeletConfigKey=s! name=s! namespace=s! resourceVersion=s uid=s
DaemonEndpoint Port=i!
NodeSwapStatus capacity=l*
NodeRuntimeHandlerFeatures recursiveReadOnlyMounts=b* userNamespaces=b*
PreferredSchedulingTerm preference=NodeSelectorTerm! weight=i!
NodeSelector nodeSelectorTerms=[NodeSelectorTerm]!
WeightedPodAffinityTerm podAffinityTerm=PodAffinityTerm! weight=i!
PodAffinityTerm labelSelector=LabelSelector* matchLabelKeys=[s] mismatchLabelKeys=[s] namespaceSelector=LabelSelector* namespaces=[s] topologyKey=s!
EnvVarSource configMapKeyRef=ConfigMapKeySelector* fieldRef=ObjectFieldSelector* fileKeyRef=FileKeySelector* resourceFieldRef=ResourceFieldSelector* secretKeyRef=SecretKeySelector*
ConfigMapEnvSource name=s optional=b*
SecretEnvSource name=s optional=b*
LifecycleHandler exec=ExecAction* httpGet=HTTPGetAction* sleep=SleepAction* tcpSocket=TCPSocketAction*
ExecAction command=[s]
GRPCAction port=i! service=s*
HTTPGetAction host=s httpHeaders=[HTTPHeader] path=s port=x! scheme=s:v1.URIScheme
TCPSocketAction host=s port=x!
ContainerRestartRuleOnExitCodes operator=s!:v1.ContainerRestartRuleOnExitCodesOperator values=[i]
Capabilities add=[s]:v1.Capability drop=[s]:v1.Capability
LabelSelectorRequirement key=s! operator=s!:v1.LabelSelectorOperator values=[s]
KeyToPath key=s! mode=i* path=s!
DownwardAPIVolumeFile fieldRef=ObjectFieldSelector* mode=i* path=s! resourceFieldRef=ResourceFieldSelector*
PersistentVolumeClaimTemplate metadata=ObjectMeta! spec=PersistentVolumeClaimSpec!
VolumeProjection clusterTrustBundle=ClusterTrustBundleProjection* configMap=ConfigMapProjection* downwardAPI=DownwardAPIProjection* podCertificate=PodCertificateProjection* secret=SecretProjection* serviceAccountToken=ServiceAccountTokenProjection*
ResourceHealth health=s resourceID=s!
ContainerStateRunning startedAt=t!
ContainerStateTerminated containerID=s exitCode=i! finishedAt=t! message=s reason=s signal=i startedAt=t!
ContainerStateWaiting message=s reason=s
LinuxContainerUser gid=l! supplementalGroups=[l] uid=l!
NodeSelectorTerm matchExpressions=[NodeSelectorRequirement] matchFields=[NodeSelectorRequirement]
ConfigMapKeySelector key=s! name=s optional=b*
ObjectFieldSelector apiVersion=s fieldPath=s!
FileKeySelector key=s! optional=b* path=s! volumeName=s!
ResourceFieldSelector containerName=s divisor=q! resource=s!
SecretKeySelector key=s! name=s optional=b*
SleepAction seconds=l!
HTTPHeader name=s! value=s!
PersistentVolumeClaimSpec accessModes=[s]:v1.PersistentVolumeAccessMode dataSource=TypedLocalObjectReference* dataSourceRef=TypedObjectReference* resources=VolumeResourceRequirements! selector=LabelSelector* storageClassName=s* volumeAttributesClassName=s* volumeMode=s*:v1.PersistentVolumeMode volumeName=s
ClusterTrustBundleProjection labelSelector=LabelSelector* name=s* optional=b* path=s! signerName=s*
ConfigMapProjection items=[KeyToPath] name=s optional=b*
DownwardAPIProjection items=[DownwardAPIVolumeFile]
PodCertificateProjection certificateChainPath=s credentialBundlePath=s keyPath=s keyType=s! maxExpirationSeconds=i* signerName=s! userAnnotations={s}
SecretProjection items=[KeyToPath] name=s optional=b*
ServiceAccountTokenProjection audience=s expirationSeconds=l* path=s!
NodeSelectorRequirement key=s! operator=s!:v1.NodeSelectorOperator values=[s]
TypedLocalObjectReference apiGroup=s* kind=s! name=s!
TypedObjectReference apiGroup=s* kind=s! name=s! namespace=s*
VolumeResourceRequirements limits={q} requests={q}
`;

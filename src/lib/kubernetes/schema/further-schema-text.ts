/**
 * Fields of the kinds that no part of the cluster works with, in the form and from the sources of schema-text.ts; loaded with
 * their rules. `^` after a list or a map: null when it is empty.
 */
export const furtherSchemaText = `
MutatingWebhookConfiguration metadata=ObjectMeta! webhooks=[MutatingWebhook]@name
ValidatingAdmissionPolicy metadata=ObjectMeta! spec=ValidatingAdmissionPolicySpec! status=ValidatingAdmissionPolicyStatus!
ValidatingAdmissionPolicyBinding metadata=ObjectMeta! spec=ValidatingAdmissionPolicyBindingSpec!
ValidatingWebhookConfiguration metadata=ObjectMeta! webhooks=[ValidatingWebhook]@name
CustomResourceDefinition metadata=ObjectMeta! spec=CustomResourceDefinitionSpec! status=CustomResourceDefinitionStatus!
APIService metadata=ObjectMeta! spec=APIServiceSpec! status=APIServiceStatus!
ControllerRevision data=o metadata=ObjectMeta! revision=l!
DaemonSet metadata=ObjectMeta! spec=DaemonSetSpec! status=DaemonSetStatus!
StatefulSet metadata=ObjectMeta! spec=StatefulSetSpec! status=StatefulSetStatus!
SelfSubjectReview metadata=ObjectMeta! status=SelfSubjectReviewStatus!
TokenRequest metadata=ObjectMeta! spec=TokenRequestSpec! status=TokenRequestStatus!
TokenReview metadata=ObjectMeta! spec=TokenReviewSpec! status=TokenReviewStatus!
LocalSubjectAccessReview metadata=ObjectMeta! spec=SubjectAccessReviewSpec! status=SubjectAccessReviewStatus!
SelfSubjectAccessReview metadata=ObjectMeta! spec=SelfSubjectAccessReviewSpec! status=SubjectAccessReviewStatus!
SelfSubjectRulesReview metadata=ObjectMeta! spec=SelfSubjectRulesReviewSpec! status=SubjectRulesReviewStatus!
SubjectAccessReview metadata=ObjectMeta! spec=SubjectAccessReviewSpec! status=SubjectAccessReviewStatus!
HorizontalPodAutoscalerV1 metadata=ObjectMeta! spec=HorizontalPodAutoscalerSpecV1!:v1.HorizontalPodAutoscalerSpec status=HorizontalPodAutoscalerStatusV1!:v1.HorizontalPodAutoscalerStatus
HorizontalPodAutoscaler metadata=ObjectMeta! spec=HorizontalPodAutoscalerSpec!:v2.HorizontalPodAutoscalerSpec status=HorizontalPodAutoscalerStatus!:v2.HorizontalPodAutoscalerStatus
CronJob metadata=ObjectMeta! spec=CronJobSpec! status=CronJobStatus!
Job metadata=ObjectMeta! spec=JobSpec! status=JobStatus!
CertificateSigningRequest metadata=ObjectMeta! spec=CertificateSigningRequestSpec! status=CertificateSigningRequestStatus!
EventsV1Event action=s deprecatedCount=i deprecatedFirstTimestamp=t! deprecatedLastTimestamp=t! deprecatedSource=EventSource! eventTime=T! metadata=ObjectMeta! note=s reason=s regarding=ObjectReference! related=ObjectReference* reportingController=s reportingInstance=s series=EventsV1Series* type=s
FlowSchema metadata=ObjectMeta! spec=FlowSchemaSpec! status=FlowSchemaStatus!
PriorityLevelConfiguration metadata=ObjectMeta! spec=PriorityLevelConfigurationSpec! status=PriorityLevelConfigurationStatus!
IPAddress metadata=ObjectMeta! spec=IPAddressSpec!
Ingress metadata=ObjectMeta! spec=IngressSpec! status=IngressStatus!
IngressClass metadata=ObjectMeta! spec=IngressClassSpec!
NetworkPolicy metadata=ObjectMeta! spec=NetworkPolicySpec!
ServiceCIDR metadata=ObjectMeta! spec=ServiceCIDRSpec! status=ServiceCIDRStatus!
RuntimeClass handler=s! metadata=ObjectMeta! overhead=Overhead* scheduling=Scheduling*
Eviction deleteOptions=o* metadata=ObjectMeta!
PodDisruptionBudget metadata=ObjectMeta! spec=PodDisruptionBudgetSpec! status=PodDisruptionBudgetStatus!
ClusterRole aggregationRule=AggregationRule* metadata=ObjectMeta! rules=[PolicyRule]^
ClusterRoleBinding metadata=ObjectMeta! roleRef=RoleRef! subjects=[Subject]
Role metadata=ObjectMeta! rules=[PolicyRule]^
RoleBinding metadata=ObjectMeta! roleRef=RoleRef! subjects=[Subject]
PriorityClass description=s globalDefault=b metadata=ObjectMeta! preemptionPolicy=s*:v1.PreemptionPolicy value=i!
CSIDriver metadata=ObjectMeta! spec=CSIDriverSpec!
CSINode metadata=ObjectMeta! spec=CSINodeSpec!
CSIStorageCapacity capacity=q* maximumVolumeSize=q* metadata=ObjectMeta! nodeTopology=LabelSelector* storageClassName=s!
StorageClass allowVolumeExpansion=b* allowedTopologies=[TopologySelectorTerm] metadata=ObjectMeta! mountOptions=[s] parameters={s} provisioner=s! reclaimPolicy=s*:v1.PersistentVolumeReclaimPolicy volumeBindingMode=s*:v1.VolumeBindingMode
VolumeAttachment metadata=ObjectMeta! spec=VolumeAttachmentSpec! status=VolumeAttachmentStatus!
VolumeAttributesClass driverName=s! metadata=ObjectMeta! parameters={s}
Binding metadata=ObjectMeta! target=ObjectReference!
ComponentStatus conditions=[ComponentCondition]@type metadata=ObjectMeta!
LimitRange metadata=ObjectMeta! spec=LimitRangeSpec!
PersistentVolume metadata=ObjectMeta! spec=PersistentVolumeSpec! status=PersistentVolumeStatus!
PersistentVolumeClaim metadata=ObjectMeta! spec=PersistentVolumeClaimSpec! status=PersistentVolumeClaimStatus!
PodTemplate metadata=ObjectMeta! template=PodTemplateSpec!
ReplicationController metadata=ObjectMeta! spec=ReplicationControllerSpec! status=ReplicationControllerStatus!
ResourceQuota metadata=ObjectMeta! spec=ResourceQuotaSpec! status=ResourceQuotaStatus!
MutatingWebhook admissionReviewVersions=[s]^ clientConfig=WebhookClientConfig! failurePolicy=s*:v1.FailurePolicyType matchConditions=[MatchCondition]@name matchPolicy=s*:v1.MatchPolicyType name=s! namespaceSelector=LabelSelector* objectSelector=LabelSelector* reinvocationPolicy=s*:v1.ReinvocationPolicyType rules=[RuleWithOperations] sideEffects=s*:v1.SideEffectClass timeoutSeconds=i*
ValidatingAdmissionPolicySpec auditAnnotations=[AuditAnnotation] failurePolicy=s*:v1.FailurePolicyType matchConditions=[MatchCondition]@name matchConstraints=MatchResources* paramKind=ParamKind* validations=[Validation] variables=[Variable]@name
ValidatingAdmissionPolicyStatus conditions=[Condition] observedGeneration=l typeChecking=TypeChecking*
ValidatingAdmissionPolicyBindingSpec matchResources=MatchResources* paramRef=ParamRef* policyName=s validationActions=[s]:v1.ValidationAction
ValidatingWebhook admissionReviewVersions=[s]^ clientConfig=WebhookClientConfig! failurePolicy=s*:v1.FailurePolicyType matchConditions=[MatchCondition]@name matchPolicy=s*:v1.MatchPolicyType name=s! namespaceSelector=LabelSelector* objectSelector=LabelSelector* rules=[RuleWithOperations] sideEffects=s*:v1.SideEffectClass timeoutSeconds=i*
CustomResourceDefinitionSpec conversion=CustomResourceConversion* group=s! names=CustomResourceDefinitionNames! preserveUnknownFields=b scope=s!:v1.ResourceScope versions=[CustomResourceDefinitionVersion]^
CustomResourceDefinitionStatus acceptedNames=CustomResourceDefinitionNames! conditions=[CustomResourceDefinitionCondition]^ storedVersions=[s]^
APIServiceSpec caBundle=y group=s groupPriorityMinimum=i! insecureSkipTLSVerify=b service=ServiceReference* version=s versionPriority=i!
APIServiceStatus conditions=[APIServiceCondition]@type
DaemonSetSpec minReadySeconds=i revisionHistoryLimit=i* selector=LabelSelector* template=PodTemplateSpec! updateStrategy=DaemonSetUpdateStrategy!
DaemonSetStatus collisionCount=i* conditions=[DaemonSetCondition]@type currentNumberScheduled=i! desiredNumberScheduled=i! numberAvailable=i numberMisscheduled=i! numberReady=i! numberUnavailable=i observedGeneration=l updatedNumberScheduled=i
StatefulSetSpec minReadySeconds=i ordinals=StatefulSetOrdinals* persistentVolumeClaimRetentionPolicy=StatefulSetPersistentVolumeClaimRetentionPolicy* podManagementPolicy=s:v1.PodManagementPolicyType replicas=i* revisionHistoryLimit=i* selector=LabelSelector* serviceName=s! template=PodTemplateSpec! updateStrategy=StatefulSetUpdateStrategy! volumeClaimTemplates=[PersistentVolumeClaim]
StatefulSetStatus availableReplicas=i! collisionCount=i* conditions=[StatefulSetCondition]@type currentReplicas=i currentRevision=s observedGeneration=l readyReplicas=i replicas=i! updateRevision=s updatedReplicas=i
SelfSubjectReviewStatus userInfo=UserInfo!
TokenRequestSpec audiences=[s]^ boundObjectRef=BoundObjectReference* expirationSeconds=l*
TokenRequestStatus expirationTimestamp=t! token=s!
TokenReviewSpec audiences=[s] token=s
TokenReviewStatus audiences=[s] authenticated=b error=s user=UserInfo!
SubjectAccessReviewSpec extra={o} groups=[s] nonResourceAttributes=NonResourceAttributes* resourceAttributes=ResourceAttributes* uid=s user=s
SubjectAccessReviewStatus allowed=b! denied=b evaluationError=s reason=s
SelfSubjectAccessReviewSpec nonResourceAttributes=NonResourceAttributes* resourceAttributes=ResourceAttributes*
SelfSubjectRulesReviewSpec namespace=s
SubjectRulesReviewStatus evaluationError=s incomplete=b! nonResourceRules=[NonResourceRule]^ resourceRules=[ResourceRule]^
HorizontalPodAutoscalerSpecV1 maxReplicas=i! minReplicas=i* scaleTargetRef=CrossVersionObjectReference! targetCPUUtilizationPercentage=i*
HorizontalPodAutoscalerStatusV1 currentCPUUtilizationPercentage=i* currentReplicas=i! desiredReplicas=i! lastScaleTime=t* observedGeneration=l*
HorizontalPodAutoscalerSpec behavior=HorizontalPodAutoscalerBehavior*:v2.HorizontalPodAutoscalerBehavior maxReplicas=i! metrics=[MetricSpec]:v2.MetricSpec minReplicas=i* scaleTargetRef=CrossVersionObjectReference!:v2.CrossVersionObjectReference
HorizontalPodAutoscalerStatus conditions=[HorizontalPodAutoscalerCondition]@type:v2.HorizontalPodAutoscalerCondition currentMetrics=[MetricStatus]^:v2.MetricStatus currentReplicas=i desiredReplicas=i! lastScaleTime=t* observedGeneration=l*
CronJobSpec concurrencyPolicy=s:v1.ConcurrencyPolicy failedJobsHistoryLimit=i* jobTemplate=JobTemplateSpec! schedule=s! startingDeadlineSeconds=l* successfulJobsHistoryLimit=i* suspend=b* timeZone=s*
CronJobStatus active=[ObjectReference] lastScheduleTime=t* lastSuccessfulTime=t*
JobSpec activeDeadlineSeconds=l* backoffLimit=i* backoffLimitPerIndex=i* completionMode=s*:v1.CompletionMode completions=i* managedBy=s* manualSelector=b* maxFailedIndexes=i* parallelism=i* podFailurePolicy=PodFailurePolicy* podReplacementPolicy=s*:v1.PodReplacementPolicy selector=LabelSelector* successPolicy=SuccessPolicy* suspend=b* template=PodTemplateSpec! ttlSecondsAfterFinished=i*
JobStatus active=i completedIndexes=s completionTime=t* conditions=[JobCondition]@type failed=i failedIndexes=s* ready=i* startTime=t* succeeded=i terminating=i* uncountedTerminatedPods=UncountedTerminatedPods*
CertificateSigningRequestSpec expirationSeconds=i* extra={o} groups=[s] request=y! signerName=s! uid=s usages=[s]:v1.KeyUsage username=s
CertificateSigningRequestStatus certificate=y conditions=[CertificateSigningRequestCondition]
EventsV1Series count=i! lastObservedTime=T!
FlowSchemaSpec distinguisherMethod=FlowDistinguisherMethod* matchingPrecedence=i! priorityLevelConfiguration=PriorityLevelConfigurationReference! rules=[PolicyRulesWithSubjects]
FlowSchemaStatus conditions=[FlowSchemaCondition]@type
PriorityLevelConfigurationSpec exempt=ExemptPriorityLevelConfiguration* limited=LimitedPriorityLevelConfiguration* type=s!:v1.PriorityLevelEnablement
PriorityLevelConfigurationStatus conditions=[PriorityLevelConfigurationCondition]@type
IPAddressSpec parentRef=ParentReference*
IngressSpec defaultBackend=IngressBackend* ingressClassName=s* rules=[IngressRule] tls=[IngressTLS]
IngressStatus loadBalancer=IngressLoadBalancerStatus!
IngressClassSpec controller=s parameters=IngressClassParametersReference*
NetworkPolicySpec egress=[NetworkPolicyEgressRule] ingress=[NetworkPolicyIngressRule] podSelector=LabelSelector! policyTypes=[s]:v1.PolicyType
ServiceCIDRSpec cidrs=[s]
ServiceCIDRStatus conditions=[Condition]@type
Overhead podFixed={q}
Scheduling nodeSelector={s} tolerations=[Toleration]
PodDisruptionBudgetSpec maxUnavailable=x* minAvailable=x* selector=LabelSelector* unhealthyPodEvictionPolicy=s*:v1.UnhealthyPodEvictionPolicyType
PodDisruptionBudgetStatus conditions=[Condition]@type currentHealthy=i! desiredHealthy=i! disruptedPods={t} disruptionsAllowed=i! expectedPods=i! observedGeneration=l
PolicyRule apiGroups=[s] nonResourceURLs=[s] resourceNames=[s] resources=[s] verbs=[s]^
AggregationRule clusterRoleSelectors=[LabelSelector]
Subject apiGroup=s kind=s! name=s! namespace=s
RoleRef apiGroup=s! kind=s! name=s!
CSIDriverSpec attachRequired=b* fsGroupPolicy=s*:v1.FSGroupPolicy nodeAllocatableUpdatePeriodSeconds=l* podInfoOnMount=b* requiresRepublish=b* seLinuxMount=b* serviceAccountTokenInSecrets=b* storageCapacity=b* tokenRequests=[StorageTokenRequest] volumeLifecycleModes=[s]:v1.VolumeLifecycleMode
CSINodeSpec drivers=[CSINodeDriver]^@name
TopologySelectorTerm matchLabelExpressions=[TopologySelectorLabelRequirement]
VolumeAttachmentSpec attacher=s! nodeName=s! source=VolumeAttachmentSource!
VolumeAttachmentStatus attachError=VolumeError* attached=b! attachmentMetadata={s} detachError=VolumeError*
ComponentCondition error=s message=s status=s!:v1.ConditionStatus type=s!:v1.ComponentConditionType
LimitRangeSpec limits=[LimitRangeItem]^
PersistentVolumeSpec accessModes=[s]:v1.PersistentVolumeAccessMode awsElasticBlockStore=AWSElasticBlockStoreVolumeSource* azureDisk=AzureDiskVolumeSource* azureFile=AzureFilePersistentVolumeSource* capacity={q} cephfs=CephFSPersistentVolumeSource* cinder=CinderPersistentVolumeSource* claimRef=ObjectReference* csi=CSIPersistentVolumeSource* fc=FCVolumeSource* flexVolume=FlexPersistentVolumeSource* flocker=FlockerVolumeSource* gcePersistentDisk=GCEPersistentDiskVolumeSource* glusterfs=GlusterfsPersistentVolumeSource* hostPath=HostPathVolumeSource* iscsi=ISCSIPersistentVolumeSource* local=LocalVolumeSource* mountOptions=[s] nfs=NFSVolumeSource* nodeAffinity=VolumeNodeAffinity* persistentVolumeReclaimPolicy=s:v1.PersistentVolumeReclaimPolicy photonPersistentDisk=PhotonPersistentDiskVolumeSource* portworxVolume=PortworxVolumeSource* quobyte=QuobyteVolumeSource* rbd=RBDPersistentVolumeSource* scaleIO=ScaleIOPersistentVolumeSource* storageClassName=s storageos=StorageOSPersistentVolumeSource* volumeAttributesClassName=s* volumeMode=s*:v1.PersistentVolumeMode vsphereVolume=VsphereVirtualDiskVolumeSource*
PersistentVolumeStatus lastPhaseTransitionTime=t* message=s phase=s:v1.PersistentVolumePhase reason=s
PersistentVolumeClaimStatus accessModes=[s]:v1.PersistentVolumeAccessMode allocatedResourceStatuses={s}:v1.ClaimResourceStatus allocatedResources={q} capacity={q} conditions=[PersistentVolumeClaimCondition]@type currentVolumeAttributesClassName=s* modifyVolumeStatus=ModifyVolumeStatus* phase=s:v1.PersistentVolumeClaimPhase
ReplicationControllerSpec minReadySeconds=i replicas=i* selector={s} template=PodTemplateSpec*
ReplicationControllerStatus availableReplicas=i conditions=[ReplicationControllerCondition]@type fullyLabeledReplicas=i observedGeneration=l readyReplicas=i replicas=i!
ResourceQuotaSpec hard={q} scopeSelector=ScopeSelector* scopes=[s]:v1.ResourceQuotaScope
ResourceQuotaStatus hard={q} used={q}
WebhookClientConfig caBundle=y service=AdmissionregistrationServiceReference* url=s*
RuleWithOperations apiGroups=[s] apiVersions=[s] operations=[s]:v1.OperationType resources=[s] scope=s*:v1.ScopeType
MatchCondition expression=s! name=s!
ParamKind apiVersion=s kind=s
MatchResources excludeResourceRules=[NamedRuleWithOperations] matchPolicy=s*:v1.MatchPolicyType namespaceSelector=LabelSelector* objectSelector=LabelSelector* resourceRules=[NamedRuleWithOperations]
Validation expression=s! message=s messageExpression=s reason=o*
AuditAnnotation key=s! valueExpression=s!
Variable expression=s! name=s!
TypeChecking expressionWarnings=[ExpressionWarning]
ParamRef name=s namespace=s parameterNotFoundAction=s*:v1.ParameterNotFoundActionType selector=LabelSelector*
CustomResourceDefinitionNames categories=[s] kind=s! listKind=s plural=s! shortNames=[s] singular=s
CustomResourceDefinitionVersion additionalPrinterColumns=[CustomResourceColumnDefinition] deprecated=b deprecationWarning=s* name=s! schema=CustomResourceValidation* selectableFields=[SelectableField] served=b! storage=b! subresources=CustomResourceSubresources*
CustomResourceConversion strategy=s!:v1.ConversionStrategyType webhook=WebhookConversion*
CustomResourceDefinitionCondition lastTransitionTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v1.CustomResourceDefinitionConditionType
ServiceReference name=s namespace=s port=i*
APIServiceCondition lastTransitionTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v1.APIServiceConditionType
DaemonSetUpdateStrategy rollingUpdate=RollingUpdateDaemonSet* type=s:v1.DaemonSetUpdateStrategyType
DaemonSetCondition lastTransitionTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v1.DaemonSetConditionType
StatefulSetUpdateStrategy rollingUpdate=RollingUpdateStatefulSetStrategy* type=s:v1.StatefulSetUpdateStrategyType
StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted=s:v1.PersistentVolumeClaimRetentionPolicyType whenScaled=s:v1.PersistentVolumeClaimRetentionPolicyType
StatefulSetOrdinals start=i!
StatefulSetCondition lastTransitionTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v1.StatefulSetConditionType
UserInfo extra={o} groups=[s] uid=s username=s
BoundObjectReference apiVersion=s kind=s name=s uid=s:types.UID
ResourceAttributes fieldSelector=FieldSelectorAttributes* group=s labelSelector=LabelSelectorAttributes* name=s namespace=s resource=s subresource=s verb=s version=s
NonResourceAttributes path=s verb=s
ResourceRule apiGroups=[s] resourceNames=[s] resources=[s] verbs=[s]^
NonResourceRule nonResourceURLs=[s] verbs=[s]^
CrossVersionObjectReference apiVersion=s kind=s! name=s!
MetricSpec containerResource=ContainerResourceMetricSource*:v2.ContainerResourceMetricSource external=ExternalMetricSource*:v2.ExternalMetricSource object=ObjectMetricSource*:v2.ObjectMetricSource pods=PodsMetricSource*:v2.PodsMetricSource resource=ResourceMetricSource*:v2.ResourceMetricSource type=s!:v2.MetricSourceType
HorizontalPodAutoscalerBehavior scaleDown=HPAScalingRules*:v2.HPAScalingRules scaleUp=HPAScalingRules*:v2.HPAScalingRules
MetricStatus containerResource=ContainerResourceMetricStatus*:v2.ContainerResourceMetricStatus external=ExternalMetricStatus*:v2.ExternalMetricStatus object=ObjectMetricStatus*:v2.ObjectMetricStatus pods=PodsMetricStatus*:v2.PodsMetricStatus resource=ResourceMetricStatus*:v2.ResourceMetricStatus type=s!:v2.MetricSourceType
HorizontalPodAutoscalerCondition lastTransitionTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v2.HorizontalPodAutoscalerConditionType
JobTemplateSpec metadata=ObjectMeta! spec=JobSpec!
PodFailurePolicy rules=[PodFailurePolicyRule]^
SuccessPolicy rules=[SuccessPolicyRule]^
JobCondition lastProbeTime=t! lastTransitionTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v1.JobConditionType
UncountedTerminatedPods failed=[s]:types.UID succeeded=[s]:types.UID
CertificateSigningRequestCondition lastTransitionTime=t! lastUpdateTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v1.RequestConditionType
PriorityLevelConfigurationReference name=s!
FlowDistinguisherMethod type=s!:v1.FlowDistinguisherMethodType
PolicyRulesWithSubjects nonResourceRules=[NonResourcePolicyRule] resourceRules=[ResourcePolicyRule] subjects=[FlowcontrolSubject]^
FlowSchemaCondition lastTransitionTime=t! message=s reason=s status=s:v1.ConditionStatus type=s:v1.FlowSchemaConditionType
LimitedPriorityLevelConfiguration borrowingLimitPercent=i* lendablePercent=i* limitResponse=LimitResponse! nominalConcurrencyShares=i*
ExemptPriorityLevelConfiguration lendablePercent=i* nominalConcurrencyShares=i*
PriorityLevelConfigurationCondition lastTransitionTime=t! message=s reason=s status=s:v1.ConditionStatus type=s:v1.PriorityLevelConfigurationConditionType
ParentReference group=s name=s namespace=s resource=s
IngressBackend resource=TypedLocalObjectReference* service=IngressServiceBackend*
IngressTLS hosts=[s] secretName=s
IngressRule host=s http=HTTPIngressRuleValue*
IngressLoadBalancerStatus ingress=[IngressLoadBalancerIngress]
IngressClassParametersReference apiGroup=s* kind=s! name=s! namespace=s* scope=s*
NetworkPolicyIngressRule from=[NetworkPolicyPeer] ports=[NetworkPolicyPort]
NetworkPolicyEgressRule ports=[NetworkPolicyPort] to=[NetworkPolicyPeer]
StorageTokenRequest audience=s! expirationSeconds=l*
CSINodeDriver allocatable=VolumeNodeResources* name=s! nodeID=s! topologyKeys=[s]^
TopologySelectorLabelRequirement key=s! values=[s]^
VolumeAttachmentSource inlineVolumeSpec=PersistentVolumeSpec* persistentVolumeName=s*
VolumeError errorCode=i* message=s time=t!
LimitRangeItem default={q} defaultRequest={q} max={q} maxLimitRequestRatio={q} min={q} type=s!:v1.LimitType
GlusterfsPersistentVolumeSource endpoints=s! endpointsNamespace=s* path=s! readOnly=b
RBDPersistentVolumeSource fsType=s image=s! keyring=s monitors=[s]^ pool=s readOnly=b secretRef=SecretReference* user=s
ISCSIPersistentVolumeSource chapAuthDiscovery=b chapAuthSession=b fsType=s initiatorName=s* iqn=s! iscsiInterface=s lun=i! portals=[s] readOnly=b secretRef=SecretReference* targetPortal=s!
CinderPersistentVolumeSource fsType=s readOnly=b secretRef=SecretReference* volumeID=s!
CephFSPersistentVolumeSource monitors=[s]^ path=s readOnly=b secretFile=s secretRef=SecretReference* user=s
FlexPersistentVolumeSource driver=s! fsType=s options={s} readOnly=b secretRef=SecretReference*
AzureFilePersistentVolumeSource readOnly=b secretName=s! secretNamespace=s* shareName=s!
ScaleIOPersistentVolumeSource fsType=s gateway=s! protectionDomain=s readOnly=b secretRef=SecretReference* sslEnabled=b storageMode=s storagePool=s system=s! volumeName=s
LocalVolumeSource fsType=s* path=s!
StorageOSPersistentVolumeSource fsType=s readOnly=b secretRef=ObjectReference* volumeName=s volumeNamespace=s
CSIPersistentVolumeSource controllerExpandSecretRef=SecretReference* controllerPublishSecretRef=SecretReference* driver=s! fsType=s nodeExpandSecretRef=SecretReference* nodePublishSecretRef=SecretReference* nodeStageSecretRef=SecretReference* readOnly=b volumeAttributes={s} volumeHandle=s!
VolumeNodeAffinity required=NodeSelector*
PersistentVolumeClaimCondition lastProbeTime=t! lastTransitionTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v1.PersistentVolumeClaimConditionType
ModifyVolumeStatus status=s!:v1.PersistentVolumeClaimModifyVolumeStatus targetVolumeAttributesClassName=s
ReplicationControllerCondition lastTransitionTime=t! message=s reason=s status=s!:v1.ConditionStatus type=s!:v1.ReplicationControllerConditionType
ScopeSelector matchExpressions=[ScopedResourceSelectorRequirement]
AdmissionregistrationServiceReference name=s! namespace=s! path=s* port=i*
NamedRuleWithOperations apiGroups=[s] apiVersions=[s] operations=[s]:v1.OperationType resourceNames=[s] resources=[s] scope=s*:v1.ScopeType
ExpressionWarning fieldRef=s! warning=s!
CustomResourceValidation openAPIV3Schema=JSONSchemaProps*
CustomResourceSubresources scale=CustomResourceSubresourceScale* status=o*
CustomResourceColumnDefinition description=s format=s jsonPath=s! name=s! priority=i type=s!
WebhookConversion clientConfig=ApiextensionsWebhookClientConfig* conversionReviewVersions=[s]^
RollingUpdateDaemonSet maxSurge=x* maxUnavailable=x*
RollingUpdateStatefulSetStrategy maxUnavailable=x* partition=i*
FieldSelectorRequirement key=s! operator=s! values=[s]
FieldSelectorAttributes rawSelector=s requirements=[FieldSelectorRequirement]
LabelSelectorAttributes rawSelector=s requirements=[LabelSelectorRequirement]
ObjectMetricSource describedObject=CrossVersionObjectReference!:v2.CrossVersionObjectReference metric=MetricIdentifier!:v2.MetricIdentifier target=MetricTarget!:v2.MetricTarget
PodsMetricSource metric=MetricIdentifier!:v2.MetricIdentifier target=MetricTarget!:v2.MetricTarget
ResourceMetricSource name=s!:v1.ResourceName target=MetricTarget!:v2.MetricTarget
ContainerResourceMetricSource container=s! name=s!:v1.ResourceName target=MetricTarget!:v2.MetricTarget
ExternalMetricSource metric=MetricIdentifier!:v2.MetricIdentifier target=MetricTarget!:v2.MetricTarget
HPAScalingRules policies=[HPAScalingPolicy]:v2.HPAScalingPolicy selectPolicy=s*:v2.ScalingPolicySelect stabilizationWindowSeconds=i* tolerance=q*
ObjectMetricStatus current=MetricValueStatus!:v2.MetricValueStatus describedObject=CrossVersionObjectReference!:v2.CrossVersionObjectReference metric=MetricIdentifier!:v2.MetricIdentifier
PodsMetricStatus current=MetricValueStatus!:v2.MetricValueStatus metric=MetricIdentifier!:v2.MetricIdentifier
ResourceMetricStatus current=MetricValueStatus!:v2.MetricValueStatus name=s!:v1.ResourceName
ContainerResourceMetricStatus container=s! current=MetricValueStatus!:v2.MetricValueStatus name=s!:v1.ResourceName
ExternalMetricStatus current=MetricValueStatus!:v2.MetricValueStatus metric=MetricIdentifier!:v2.MetricIdentifier
PodFailurePolicyRule action=s!:v1.PodFailurePolicyAction onExitCodes=PodFailurePolicyOnExitCodesRequirement* onPodConditions=[PodFailurePolicyOnPodConditionsPattern]
SuccessPolicyRule succeededCount=i* succeededIndexes=s*
FlowcontrolSubject group=GroupSubject* kind=s!:v1.SubjectKind serviceAccount=ServiceAccountSubject* user=UserSubject*
ResourcePolicyRule apiGroups=[s]^ clusterScope=b namespaces=[s]^ resources=[s]^ verbs=[s]^
NonResourcePolicyRule nonResourceURLs=[s]^ verbs=[s]^
LimitResponse queuing=QueuingConfiguration* type=s!:v1.LimitResponseType
IngressServiceBackend name=s! port=ServiceBackendPort!
HTTPIngressRuleValue paths=[HTTPIngressPath]^
IngressLoadBalancerIngress hostname=s ip=s ports=[IngressPortStatus]
NetworkPolicyPort endPort=i* port=x* protocol=s*:v1.Protocol
NetworkPolicyPeer ipBlock=IPBlock* namespaceSelector=LabelSelector* podSelector=LabelSelector*
VolumeNodeResources count=i*
SecretReference name=s namespace=s
ScopedResourceSelectorRequirement operator=s!:v1.ScopeSelectorOperator scopeName=s!:v1.ResourceQuotaScope values=[s]
JSONSchemaProps $ref=s* $schema=s:v1.JSONSchemaURL additionalItems=o* additionalProperties=o* allOf=[JSONSchemaProps] anyOf=[JSONSchemaProps] default=o* definitions=o dependencies=o description=s enum=[o] example=o* exclusiveMaximum=b exclusiveMinimum=b externalDocs=ExternalDocumentation* format=s id=s items=o* maxItems=l* maxLength=l* maxProperties=l* maximum=o* minItems=l* minLength=l* minProperties=l* minimum=o* multipleOf=o* not=JSONSchemaProps* nullable=b oneOf=[JSONSchemaProps] pattern=s patternProperties={JSONSchemaProps} properties={JSONSchemaProps} required=[s] title=s type=s uniqueItems=b x-kubernetes-embedded-resource=b x-kubernetes-int-or-string=b x-kubernetes-list-map-keys=[s] x-kubernetes-list-type=s* x-kubernetes-map-type=s* x-kubernetes-preserve-unknown-fields=b* x-kubernetes-validations=[ValidationRule]@rule
SelectableField jsonPath=s!
ValidationRule fieldPath=s message=s messageExpression=s optionalOldSelf=b* reason=s*:v1.FieldValueErrorReason rule=s!
CustomResourceSubresourceScale labelSelectorPath=s* specReplicasPath=s! statusReplicasPath=s!
ApiextensionsWebhookClientConfig caBundle=y service=ApiextensionsServiceReference* url=s*
MetricTarget averageUtilization=i* averageValue=q* type=s!:v2.MetricTargetType value=q*
MetricIdentifier name=s! selector=LabelSelector*
HPAScalingPolicy periodSeconds=i! type=s!:v2.HPAScalingPolicyType value=i!
MetricValueStatus averageUtilization=i* averageValue=q* value=q*
PodFailurePolicyOnExitCodesRequirement containerName=s* operator=s!:v1.PodFailurePolicyOnExitCodesOperator values=[i]^
PodFailurePolicyOnPodConditionsPattern status=s!:v1.ConditionStatus type=s!:v1.PodConditionType
UserSubject name=s!
GroupSubject name=s!
ServiceAccountSubject name=s! namespace=s!
QueuingConfiguration handSize=i! queueLengthLimit=i! queues=i!
ServiceBackendPort name=s number=i
HTTPIngressPath backend=IngressBackend! path=s pathType=s*:v1.PathType
IngressPortStatus error=s* port=i! protocol=s!:v1.Protocol
IPBlock cidr=s! except=[s]
ExternalDocumentation description=s url=s
ApiextensionsServiceReference name=s! namespace=s! path=s* port=i*
`;

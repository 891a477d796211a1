/** Of configuration, nodes, access and limits; see descriptions.ts. */
export const cluster = `
core.v1.ConfigMap: Settings for pods, as keys with values.
  binaryData: Values that are no text, in base64.
  data: The keys with their values.
  immutable: Whether the values can't be changed any more.
core.v1.Secret: Settings that not everybody should see, such as passwords, as keys with values. In base64, which hides nothing.
  data: The keys with their values in base64.
  immutable: Whether the values can't be changed any more.
  stringData: Keys with values as they are. The server puts them into data.
  type: What the keys mean, such as Opaque or kubernetes.io/tls. It can't be changed.
core.v1.Namespace: A part of the cluster in which names are used once.
core.v1.NamespaceSpec: What is wanted of a namespace.
  finalizers: Who has to do something before the namespace goes. kubernetes: everything in it is deleted first.
core.v1.NamespaceStatus: What has been seen of a namespace.
  phase: Active or Terminating.
core.v1.Node: A machine that pods run on.
core.v1.NodeSpec: What is wanted of a node.
  podCIDR: The addresses for pods on this node.
  podCIDRs: The addresses for pods on this node, of both sorts.
  providerID: What the cloud calls the machine.
  taints: Reasons for pods not to be here, unless they tolerate them.
  unschedulable: Whether new pods are kept away, as kubectl cordon does.
core.v1.Taint: A reason for pods not to be on a node.
  effect: NoSchedule (no new ones), PreferNoSchedule (rather not) or NoExecute (running ones go too).
  key: The key of the taint.
  timeAdded: When it was added.
  value: The value of the taint.
core.v1.NodeStatus: What has been seen of a node.
  addresses: Its addresses and names.
  allocatable: What pods can ask for in all.
  capacity: What the machine has.
  conditions: What is true of the node: Ready, MemoryPressure, DiskPressure and PIDPressure.
  daemonEndpoints: The port of the kubelet.
  images: Images that the node has.
  nodeInfo: Versions of what runs on it.
core.v1.NodeAddress: An address or name of a node.
  address: The address.
  type: What it is: InternalIP, ExternalIP, Hostname and others.
core.v1.NodeCondition: One thing that is true of a node, or not, or not known.
  status: True, False or Unknown.
  type: What is said of the node, such as Ready.
core.v1.NodeSystemInfo: Versions of what runs on a node.
  architecture: What machine it is, such as amd64.
  containerRuntimeVersion: The container runtime with its version.
  kernelVersion: The version of the kernel.
  kubeletVersion: The version of the kubelet.
  operatingSystem: linux or windows.
  osImage: The distribution.
core.v1.ServiceAccount: Someone that pods can be when they speak to the API.
  automountServiceAccountToken: Whether pods get a token of it, unless they say otherwise.
  imagePullSecrets: Secrets that its pods use to pull images.
  secrets: Secrets that its pods may use.
core.v1.Event: Something that happened to an object. Gone after an hour.
  action: What was done or failed.
  count: How often it happened.
  eventTime: When it was first seen.
  firstTimestamp: When it happened first.
  involvedObject: What it happened to.
  lastTimestamp: When it happened last.
  related: Another object that has to do with it.
  reportingComponent: Who says so.
  reportingInstance: Which one of them says so.
  series: How often it went on happening.
  source: Who says so, and from which node.
  type: Normal or Warning.
core.v1.EventSource: Who reports an event.
  component: The component, such as kubelet.
  host: The node.
core.v1.LimitRange: What single containers, pods and claims of a namespace may ask for, and what they get when they don't say.
core.v1.LimitRangeSpec: The limits.
  limits: The limits, by what they are for.
core.v1.LimitRangeItem: The limits for one sort of thing.
  default: The limit of a container that gives none.
  defaultRequest: The request of a container that gives none.
  max: The most that may be asked for.
  maxLimitRequestRatio: How many times its request a limit may be.
  min: The least that may be asked for.
  type: What it is for: Container, Pod or PersistentVolumeClaim.
core.v1.ResourceQuota: How much there may be in a namespace in all.
core.v1.ResourceQuotaSpec: How much there may be.
  hard: The most, by resource: cpu, memory, pods, count/deployments.apps and so on.
  scopeSelector: Which objects count.
  scopes: Which objects count, such as those that are BestEffort.
core.v1.ResourceQuotaStatus: How much there is.
  hard: The most that there may be.
  used: How much of it there is.
rbac.v1.Role: What someone may do in one namespace. A RoleBinding says who.
  rules: What may be done. Nothing can be forbidden.
rbac.v1.ClusterRole: What someone may do in the whole cluster, or in the namespace of a RoleBinding that names it.
  aggregationRule: Other ClusterRoles whose rules are put together here.
  rules: What may be done. Nothing can be forbidden.
rbac.v1.PolicyRule: Something that may be done.
  apiGroups: The API groups of the resources. An empty text is the core group, * means all.
  nonResourceURLs: Paths that are no resources, such as /healthz. Only in a ClusterRole.
  resourceNames: The names of the objects. Empty means all.
  resources: The resources, such as pods or pods/log. * means all.
  verbs: What may be done: get, list, watch, create, update, patch, delete, deletecollection. * means everything.
rbac.v1.RoleBinding: Gives a role to users, groups or service accounts, within its namespace.
  roleRef: The Role or ClusterRole. It can't be changed.
  subjects: Who gets it.
rbac.v1.ClusterRoleBinding: Gives a ClusterRole to users, groups or service accounts, in the whole cluster.
  roleRef: The ClusterRole. It can't be changed.
  subjects: Who gets it.
rbac.v1.RoleRef: The role that is given.
  apiGroup: rbac.authorization.k8s.io.
  kind: Role or ClusterRole.
  name: The name of the role.
rbac.v1.Subject: Who gets a role.
  apiGroup: rbac.authorization.k8s.io for users and groups, nothing for service accounts.
  kind: User, Group or ServiceAccount.
  name: The name.
  namespace: The namespace of a service account.
policy.v1.PodDisruptionBudget: How many pods may be missing when someone evicts some, as kubectl drain does.
policy.v1.PodDisruptionBudgetSpec: Which pods, and how many.
  maxUnavailable: How many may be missing, or what part of them. Not together with minAvailable.
  minAvailable: How many must stay, or what part of them. Not together with maxUnavailable.
  unhealthyPodEvictionPolicy: Whether pods that aren't ready can always be evicted (AlwaysAllow) or not (IfHealthyBudget).
policy.v1.PodDisruptionBudgetStatus: How many pods there are.
  currentHealthy: How many are ready.
  desiredHealthy: How many must stay.
  disruptedPods: Pods that are being evicted.
  disruptionsAllowed: How many may be evicted now.
  expectedPods: How many there are in all.
scheduling.v1.PriorityClass: A name for how important pods are.
  description: What it is for.
  globalDefault: Whether pods have it that name no class.
  preemptionPolicy: Whether such pods may push others from a node. PreemptLowerPriority by default.
  value: How important: the larger, the more. It can't be changed.
coordination.v1.Lease: Says who holds something, and that they are still there. Nodes and leaders renew theirs.
coordination.v1.LeaseSpec: Who holds it, and since when.
  acquireTime: When it was taken.
  holderIdentity: Who holds it.
  leaseDurationSeconds: After how many seconds without renewing someone else may take it.
  leaseTransitions: How often it went from one to another.
  renewTime: When it was renewed last.
autoscaling.v2.HorizontalPodAutoscaler: Changes how many pods there are by how much they have to do.
autoscaling.v2.HorizontalPodAutoscalerSpec: What is scaled, by what, and within which bounds.
  behavior: How fast it goes up and down.
  maxReplicas: The most pods.
  metrics: What is measured. The one that asks for the most pods counts.
  minReplicas: The fewest pods. 1 by default.
  scaleTargetRef: What is scaled, such as a Deployment.
autoscaling.v2.CrossVersionObjectReference: An object of the same namespace.
  name: The name of the object.
autoscaling.v2.MetricSpec: Something that is measured. One of these, by its type.
  containerResource: CPU or memory of one container of the pods.
  external: Something outside of the cluster.
  object: Something about another object.
  pods: Something about every pod.
  resource: CPU or memory of the pods.
  type: Resource, ContainerResource, Pods, Object or External.
autoscaling.v2.ResourceMetricSource: CPU or memory of pods, and how much of it there should be.
  name: cpu or memory.
  target: How much there should be.
autoscaling.v2.MetricTarget: How much there should be.
  averageUtilization: In percent of what the pods ask for, on average.
  averageValue: How much on average per pod.
  type: Utilization, AverageValue or Value.
  value: How much in all.
autoscaling.v2.HorizontalPodAutoscalerStatus: What was measured and done last.
  currentMetrics: What was measured last.
  currentReplicas: How many pods there are.
  desiredReplicas: How many pods there should be.
  lastScaleTime: When the number was changed last.
`;

/** Of pods and how they are placed; see descriptions.ts. */
export const pods = `
core.v1.Pod: One or more containers that run together on one node and share its network address and volumes.
  spec: How the pod is to run: its containers, its volumes, and where it may be placed.
  status: How the pod is doing, as the kubelet of its node has seen it last.
core.v1.PodTemplateSpec: What pods are made from: their labels and annotations, and how they are to run.
core.v1.PodSpec: How a pod is to run.
  activeDeadlineSeconds: How many seconds the pod may take in all before the kubelet ends it and it counts as failed.
  affinity: On which nodes, and near which other pods, the pod wants to be or must be.
  automountServiceAccountToken: Whether a token of the service account is put into the containers.
  containers: The containers of the pod. There is at least one. The list can't become longer or shorter later.
  dnsConfig: Name servers and search domains besides those of dnsPolicy.
  dnsPolicy: Where names are looked up. ClusterFirst (the default) asks the DNS of the cluster first.
  enableServiceLinks: Whether containers get environment variables about the services of the namespace. True by default.
  ephemeralContainers: Containers that were put into the running pod to look for a fault.
  hostAliases: Lines for the /etc/hosts of the containers.
  hostIPC: Whether the pod shares the node's IPC namespace.
  hostNetwork: Whether the pod shares the node's network, its address and ports included.
  hostPID: Whether the pod sees the processes of the node.
  hostUsers: Whether user IDs in the pod are those of the node.
  hostname: The host name within the pod, when it isn't to be the name of the pod.
  imagePullSecrets: Secrets of the namespace that hold what registries ask for.
  initContainers: Containers that run one after the other, each to its end, before the others start.
  nodeName: The node that the pod runs on. The scheduler fills it in; who writes it goes past the scheduler.
  nodeSelector: Labels that a node must have for the pod to run there.
  os: The operating system that the containers are for.
  overhead: Resources that it takes to run the pod besides what its containers ask for.
  preemptionPolicy: Whether the pod may push pods of lower priority from a node. PreemptLowerPriority by default.
  priority: How important the pod is compared with others. Taken from priorityClassName.
  priorityClassName: The PriorityClass that says how important the pod is.
  readinessGates: Conditions that must be True, besides its containers being ready, for the pod to be ready.
  resources: What all containers of the pod together ask for and may take.
  restartPolicy: When containers that ended are started anew: Always (the default), OnFailure or Never.
  runtimeClassName: The RuntimeClass that says how containers are run.
  schedulerName: The scheduler that places the pod. default-scheduler when it isn't given.
  schedulingGates: Reasons not to place the pod yet. It is placed when the list is empty.
  securityContext: Users, groups and rights of the whole pod.
  serviceAccount: The former name of serviceAccountName.
  serviceAccountName: The ServiceAccount as which the pod's processes speak to the API. default when it isn't given.
  shareProcessNamespace: Whether the containers see each other's processes.
  subdomain: Makes the pod's full name hostname.subdomain.namespace.svc and the domain of the cluster.
  terminationGracePeriodSeconds: How many seconds processes have between being asked to end and being killed. 30 by default.
  tolerations: Taints of nodes that the pod puts up with.
  topologySpreadConstraints: How pods are to be spread over nodes, zones and the like.
  volumes: Volumes that the containers can mount.
core.v1.Affinity: On which nodes, and near which other pods, a pod is to be.
  nodeAffinity: Rules about the labels of nodes.
  podAffinity: Rules about pods that are to be near.
  podAntiAffinity: Rules about pods that are not to be near.
core.v1.NodeAffinity: On which nodes a pod is to be. What changes later doesn't drive a running pod away.
  preferredDuringSchedulingIgnoredDuringExecution: Rules by which nodes are preferred, each with a weight.
  requiredDuringSchedulingIgnoredDuringExecution: What a node must fulfil for the pod to be placed there.
core.v1.NodeSelector: Which nodes are meant: those that fulfil one of the terms.
  nodeSelectorTerms: The terms. One of them is enough.
core.v1.NodeSelectorTerm: What a node must fulfil, all of it.
  matchExpressions: What is asked of the node's labels.
  matchFields: What is asked of the node's fields, such as metadata.name.
core.v1.NodeSelectorRequirement: What is asked of one label or field of a node.
  key: The key of the label.
  operator: How the label and the values have to go together: In, NotIn, Exists, DoesNotExist, Gt or Lt.
  values: The values: some for In and NotIn, one number for Gt and Lt, none for the others.
core.v1.PreferredSchedulingTerm: A rule by which nodes are preferred.
  preference: What a node is asked to fulfil.
  weight: How much it counts, from 1 to 100.
core.v1.PodAffinity: Near which pods a pod is to be.
  preferredDuringSchedulingIgnoredDuringExecution: Pods that it would rather be near, each with a weight.
  requiredDuringSchedulingIgnoredDuringExecution: Pods that it must be near to be placed.
core.v1.PodAntiAffinity: Near which pods a pod is not to be.
  preferredDuringSchedulingIgnoredDuringExecution: Pods that it would rather not be near, each with a weight.
  requiredDuringSchedulingIgnoredDuringExecution: Pods that it must not be near.
core.v1.WeightedPodAffinityTerm: A wish with its weight.
  podAffinityTerm: Which pods, and what near means.
  weight: How much it counts, from 1 to 100.
core.v1.PodAffinityTerm: Pods, and what being near them means.
  matchLabelKeys: Keys whose values are taken from the pod itself and asked of the others.
  mismatchLabelKeys: Keys whose values the others must not share with the pod.
  namespaces: The namespaces of the other pods. Without them and a namespaceSelector: the pod's own.
  topologyKey: The label of nodes that says what near is. Nodes with the same value are near each other.
core.v1.Toleration: A taint that the pod puts up with.
  effect: The effect that is meant: NoSchedule, PreferNoSchedule or NoExecute. Empty means all.
  key: The key of the taint. Empty, with operator Exists, means every taint.
  operator: Exists, or Equal (the default) when the value has to be the same too.
  tolerationSeconds: For NoExecute: how many seconds the pod may stay. Without it: for ever.
  value: The value of the taint.
core.v1.TopologySpreadConstraint: How pods are to be spread.
  labelSelector: The pods that are counted.
  matchLabelKeys: Keys whose values are taken from the pod itself, to count only pods like it.
  maxSkew: By how many pods two places may differ.
  minDomains: How many places there must be at least.
  nodeAffinityPolicy: Whether nodes that the pod can't be on for its affinity count: Honor (no) or Ignore (yes).
  nodeTaintsPolicy: Whether nodes with taints that the pod doesn't tolerate count: Honor (no) or Ignore (yes).
  topologyKey: The label of nodes that says what a place is.
  whenUnsatisfiable: What to do when it can't be so: DoNotSchedule or ScheduleAnyway.
core.v1.PodSecurityContext: Users, groups and rights of all containers of a pod.
  fsGroup: The group that owns the volumes.
  fsGroupChangePolicy: Whether owners in volumes are set every time (Always) or only when the root has another one (OnRootMismatch).
  runAsGroup: The group that processes run as.
  runAsNonRoot: Whether the kubelet refuses to start containers as user 0.
  runAsUser: The user that processes run as.
  seccompProfile: Which system calls processes may make.
  supplementalGroups: More groups of the processes.
  sysctls: Kernel settings of the pod.
core.v1.PodDNSConfig: How names are looked up within a pod.
  nameservers: Addresses of name servers.
  options: Options of the resolver.
  searches: Domains that are tried behind a short name.
core.v1.HostAlias: A line of /etc/hosts.
  hostnames: The names.
  ip: The address.
core.v1.PodReadinessGate: A condition that must be True for the pod to be ready.
  conditionType: The type of the condition.
core.v1.PodSchedulingGate: A reason not to place the pod yet.
  name: The name of the gate.
`;

/** Of what is seen of pods; see descriptions.ts. */
export const podStatus = `
core.v1.PodStatus: What has been seen of a pod.
  conditions: What is true of the pod: PodScheduled, Initialized, ContainersReady, Ready and others.
  containerStatuses: How each container is doing.
  ephemeralContainerStatuses: How each container that was put in later is doing.
  hostIP: The address of the node.
  hostIPs: All addresses of the node.
  initContainerStatuses: How each init container is doing.
  nominatedNodeName: The node where room is being made for the pod.
  phase: Where in its life the pod is: Pending, Running, Succeeded, Failed or Unknown.
  podIP: The address of the pod.
  podIPs: All addresses of the pod.
  qosClass: How the pod ranks when memory runs short: Guaranteed, Burstable or BestEffort. It follows from requests and limits.
  startTime: When the kubelet took the pod on.
core.v1.PodCondition: One thing that is true of a pod, or not, or not known.
  status: True, False or Unknown.
  type: What is said of the pod, such as Ready.
core.v1.ContainerStatus: How a container is doing.
  allocatedResources: Resources that the node has put aside for it.
  containerID: The ID that the container runtime gave it.
  image: The image that it runs.
  imageID: The image that it runs, by what is in it.
  lastState: How it was before its last restart.
  name: The name of the container.
  ready: Whether its readiness probe says that it can serve.
  resources: The requests and limits that hold for it now.
  restartCount: How often it was restarted.
  started: Whether its startup probe has gone well.
  state: How it is now: waiting, running or terminated.
core.v1.ContainerState: How a container is. One of these.
  running: It runs.
  terminated: It has ended.
  waiting: It doesn't run yet.
core.v1.ContainerStateRunning: A container that runs.
  startedAt: Since when.
core.v1.ContainerStateTerminated: A container that has ended.
  containerID: The ID that the container runtime gave it.
  exitCode: What its program ended with. 0 means well.
  finishedAt: When it ended.
  signal: The signal that ended it.
  startedAt: When it had started.
core.v1.ContainerStateWaiting: A container that doesn't run yet.
core.v1.HostIP: An address of a node.
  ip: The address.
core.v1.PodIP: An address of a pod.
  ip: The address.
core.v1.VolumeMountStatus: How a volume is mounted.
  mountPath: The path in the container.
  name: The name of the volume.
`;

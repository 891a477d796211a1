/** Of containers and what can be set for them; see descriptions.ts. */
export const containers = `
core.v1.Container: One program with its files, run by the container runtime within a pod.
  args: Arguments for the program. Without them: those of the image (CMD).
  command: The program with its first arguments, not run by a shell. Without it: that of the image (ENTRYPOINT).
  env: Environment variables.
  envFrom: ConfigMaps and Secrets whose keys become environment variables.
  image: The image that the container is made from, such as nginx:1.29.
  imagePullPolicy: When the image is pulled: Always, IfNotPresent or Never. Always is the default for the tag latest or none.
  lifecycle: What to do right after the start and before the end.
  livenessProbe: How to find out whether the container still works. It is restarted when it doesn't.
  name: The name of the container, which no other container of the pod has. It can't be changed.
  ports: Ports that the program listens on. They are notes: what isn't listed can be reached too.
  readinessProbe: How to find out whether the container can serve. A pod that can't is taken out of its services.
  resizePolicy: Whether a change of resources needs a restart, by resource.
  resources: What the container asks for and what it may take.
  restartPolicy: For an init container: Always makes it run beside the others, as a sidecar.
  securityContext: User, group and rights of the container; they go before those of the pod.
  startupProbe: How to find out whether the program has started. Until then the other probes wait.
  stdin: Whether the program has something to read from.
  stdinOnce: Whether what it reads from is closed when the first one who attached leaves.
  terminationMessagePath: The file that the program can leave a last message in. /dev/termination-log by default.
  terminationMessagePolicy: Whether the last message comes from that file, or from the end of the log when the file is empty.
  tty: Whether the program has a terminal.
  volumeDevices: Block devices in the container.
  volumeMounts: Where the pod's volumes are to be seen in the container.
  workingDir: The directory that the program starts in.
core.v1.EphemeralContainer: A container put into a running pod to look for a fault. It has no ports, probes or resources.
  image: The image that the container is made from.
  name: The name of the container, which no other container of the pod has.
  targetContainerName: The container whose processes it can see.
core.v1.EnvVar: An environment variable.
  name: The name of the variable.
  value: Its value. $(NAME) stands for the value of a variable before it.
  valueFrom: Where the value comes from instead.
core.v1.EnvVarSource: Where the value of a variable comes from. One of these.
  configMapKeyRef: A key of a ConfigMap.
  fieldRef: A field of the pod itself, such as metadata.name or status.podIP.
  fileKeyRef: A key of a file in a volume.
  resourceFieldRef: A request or limit of a container.
  secretKeyRef: A key of a Secret.
core.v1.ConfigMapKeySelector: A key of a ConfigMap of the namespace.
  key: The key.
  name: The name of the ConfigMap.
core.v1.SecretKeySelector: A key of a Secret of the namespace.
  key: The key.
  name: The name of the Secret.
core.v1.ObjectFieldSelector: A field of the pod.
  fieldPath: The path of the field.
core.v1.ResourceFieldSelector: A request or limit of a container.
  containerName: The container.
  divisor: The unit that the value is given in. 1 by default.
  resource: What is meant, such as limits.cpu.
core.v1.EnvFromSource: A ConfigMap or Secret whose keys become variables.
  configMapRef: The ConfigMap.
  prefix: What is put before every key.
  secretRef: The Secret.
core.v1.ConfigMapEnvSource: A ConfigMap whose keys become variables.
  name: The name of the ConfigMap.
core.v1.SecretEnvSource: A Secret whose keys become variables.
  name: The name of the Secret.
core.v1.Lifecycle: What to do right after the start of a container and before its end.
  postStart: Done right after the start. When it fails, the container is killed.
  preStop: Done before the container is asked to end. The time it takes counts towards the grace period.
  stopSignal: The signal that asks the container to end.
core.v1.LifecycleHandler: One thing to do.
  exec: Runs a program in the container.
  httpGet: Makes an HTTP request.
  sleep: Waits.
  tcpSocket: Not used any more.
core.v1.ExecAction: Runs a program in the container.
  command: The program with its arguments, not run by a shell. Exit code 0 means that it is well.
core.v1.HTTPGetAction: Makes an HTTP GET request. An answer from 200 to 399 means that it is well.
  host: The host. The pod's address by default.
  httpHeaders: Headers of the request.
  path: The path.
  port: The port, by number or by its name in the container.
  scheme: HTTP (the default) or HTTPS.
core.v1.TCPSocketAction: Opens a connection.
  host: The host. The pod's address by default.
  port: The port, by number or by its name in the container.
core.v1.GRPCAction: Asks by gRPC whether the program is well.
  port: The port, by number.
  service: The name of the service that is asked about.
core.v1.SleepAction: Waits.
  seconds: How many seconds.
core.v1.Probe: How the kubelet finds out how a container is doing, again and again.
  exec: Runs a program in the container.
  failureThreshold: How many times in a row it must go wrong. 3 by default.
  grpc: Asks by gRPC.
  httpGet: Makes an HTTP request.
  initialDelaySeconds: How many seconds to wait after the start before the first time.
  periodSeconds: How many seconds lie between two times. 10 by default.
  successThreshold: How many times in a row it must go well after it went wrong. 1 by default.
  tcpSocket: Opens a connection.
  terminationGracePeriodSeconds: The grace period when this probe ends the container, instead of the pod's.
  timeoutSeconds: After how many seconds an answer comes too late. 1 by default.
core.v1.ContainerPort: A port that the program listens on.
  containerPort: The number of the port.
  hostIP: The address of the node that hostPort is opened on.
  hostPort: The port of the node that leads here.
  name: A name that services and probes can use instead of the number.
  protocol: TCP (the default), UDP or SCTP.
core.v1.ContainerResizePolicy: What a change of one resource means.
  resourceName: The resource: cpu or memory.
  restartPolicy: NotRequired (the default) or RestartContainer.
core.v1.ResourceRequirements: What is asked for and what may be taken.
  claims: Claims of the pod that the container uses.
  limits: The most that may be taken. More memory ends the container; more CPU it doesn't get.
  requests: What is put aside on the node. The scheduler places the pod by it. Taken from limits when it isn't given.
core.v1.SecurityContext: User, group and rights of one container.
  allowPrivilegeEscalation: Whether a process can get more rights than its parent has.
  capabilities: Single rights of root that are added or dropped.
  privileged: Whether the container can do all that root on the node can do.
  readOnlyRootFilesystem: Whether nothing can be written outside of volumes.
  runAsGroup: The group that processes run as.
  runAsNonRoot: Whether the kubelet refuses to start the container as user 0.
  runAsUser: The user that processes run as.
  seccompProfile: Which system calls processes may make.
core.v1.Capabilities: Single rights of root.
  add: Rights that are added.
  drop: Rights that are dropped. ALL drops all.
core.v1.SeccompProfile: Which system calls processes may make.
  localhostProfile: A file of the node, for type Localhost.
  type: RuntimeDefault, Unconfined or Localhost.
core.v1.VolumeMount: Where a volume is to be seen in a container.
  mountPath: The path in the container.
  mountPropagation: Whether what is mounted inside later is seen outside, or the other way round.
  name: The name of the volume.
  recursiveReadOnly: Whether what is mounted below is read-only too.
  subPath: A path within the volume that is mounted instead of its root.
  subPathExpr: The same, with $(NAME) for environment variables.
`;

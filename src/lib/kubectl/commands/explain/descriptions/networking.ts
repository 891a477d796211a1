/** Of services and what else has to do with the network; see descriptions.ts. */
export const networking = `
core.v1.Service: One lasting address and name for pods that come and go.
core.v1.ServiceSpec: Which pods are reached, and how.
  allocateLoadBalancerNodePorts: Whether a load balancer also gets ports on the nodes. True by default.
  clusterIP: The address of the service within the cluster. None makes it headless: DNS answers with the pods' addresses.
  clusterIPs: All addresses of the service within the cluster.
  externalIPs: Addresses from outside that lead to the service when they arrive at a node.
  externalName: The name that DNS answers with, for type ExternalName.
  externalTrafficPolicy: Whether what comes from outside may go on to other nodes (Cluster) or only to pods of the node (Local).
  healthCheckNodePort: The port on which nodes tell whether they have pods of the service.
  internalTrafficPolicy: Whether what comes from pods may go to other nodes (Cluster) or only to pods of the node (Local).
  ipFamilies: IPv4, IPv6 or both.
  ipFamilyPolicy: Whether the service has one sort of address or both.
  loadBalancerClass: Who makes the load balancer.
  loadBalancerIP: The wanted address of the load balancer. Deprecated.
  loadBalancerSourceRanges: The addresses that the load balancer lets in.
  ports: The ports of the service.
  publishNotReadyAddresses: Whether pods that aren't ready count as well.
  selector: The labels of the pods that are reached. Without it someone else has to write the endpoints.
  sessionAffinity: None (the default), or ClientIP: the same client gets the same pod.
  sessionAffinityConfig: For how long.
  trafficDistribution: Which pods are preferred, such as those near the client.
  type: How the service can be reached: ClusterIP (the default), NodePort, LoadBalancer or ExternalName.
core.v1.ServicePort: A port of a service.
  appProtocol: What is spoken on it, such as kubernetes.io/h2c.
  name: The name of the port. Needed when there is more than one.
  nodePort: The port on every node, for NodePort and LoadBalancer. The server picks one when it isn't given.
  port: The port of the service.
  protocol: TCP (the default), UDP or SCTP.
  targetPort: The port of the pods, by number or by its name in the container. The same as port by default.
core.v1.SessionAffinityConfig: For how long a client gets the same pod.
  clientIP: By the client's address.
core.v1.ClientIPConfig: For how long an address gets the same pod.
  timeoutSeconds: How many seconds. 10800 by default.
core.v1.ServiceStatus: What has been made for a service.
  loadBalancer: The load balancer.
core.v1.LoadBalancerStatus: What is known of a load balancer.
  ingress: Its addresses.
core.v1.LoadBalancerIngress: An address of a load balancer.
  hostname: Its name.
  ip: Its address.
core.v1.Endpoints: Former list of the addresses behind a service. EndpointSlices have taken its place.
  subsets: Addresses with the ports that they have in common.
core.v1.EndpointSubset: Addresses that have the same ports.
  addresses: Those that are ready.
  notReadyAddresses: Those that aren't.
  ports: The ports.
core.v1.EndpointAddress: The address of one pod.
  hostname: The name of the pod in DNS.
  ip: The address.
  nodeName: The node that the pod is on.
  targetRef: The pod.
core.v1.EndpointPort: A port of the pods behind a service.
  name: The name of the service's port.
  port: The port of the pods.
  protocol: TCP, UDP or SCTP.
discovery.v1.EndpointSlice: A part of the addresses behind a service, 100 at most by default.
  addressType: IPv4, IPv6 or FQDN. It can't be changed.
  endpoints: The addresses.
  ports: The ports that all of them have.
discovery.v1.Endpoint: One pod behind a service.
  addresses: Its addresses.
  conditions: Whether it can serve.
  hints: Who is to use it.
  hostname: The name of the pod in DNS.
  nodeName: The node that the pod is on.
  targetRef: The pod.
  zone: The zone of the node.
discovery.v1.EndpointConditions: Whether a pod can serve.
  ready: Whether it serves and isn't about to end. This is what kube-proxy goes by.
  serving: Whether it is ready, about to end or not.
  terminating: Whether it is about to end.
discovery.v1.EndpointPort: A port of the pods behind a service.
  name: The name of the service's port.
  port: The port of the pods.
  protocol: TCP, UDP or SCTP.
networking.v1.Ingress: Rules by which HTTP requests from outside come to services.
networking.v1.IngressSpec: The rules.
  defaultBackend: Where requests go that no rule is for.
  ingressClassName: The IngressClass, which says who carries the rules out.
  rules: The rules, by host.
  tls: Certificates, by host.
networking.v1.IngressRule: What becomes of requests for one host.
  host: The host, *.example.org for all below it. Without it: every host.
  http: What becomes of them, by path.
networking.v1.HTTPIngressRuleValue: What becomes of requests, by path.
  paths: The paths.
networking.v1.HTTPIngressPath: Where requests for a path go.
  backend: Where they go.
  path: The path.
  pathType: Exact, Prefix (part by part) or ImplementationSpecific.
networking.v1.IngressBackend: Where requests go. One of these.
  resource: Another object of the namespace.
  service: A service.
networking.v1.IngressServiceBackend: A service with a port.
  name: The name of the service.
  port: Its port.
networking.v1.ServiceBackendPort: A port of a service, by name or by number.
  name: The name of the port.
  number: The number of the port.
networking.v1.IngressTLS: A certificate for hosts.
  hosts: The hosts.
  secretName: The Secret with the certificate and its key.
networking.v1.NetworkPolicy: Says who may speak to pods, and to whom they may speak. The network of the cluster has to enforce it.
networking.v1.NetworkPolicySpec: For which pods, and what is let through.
  egress: What the pods may send. Without an entry: nothing, if policyTypes has Egress.
  ingress: What the pods may receive. Without an entry: nothing, if policyTypes has Ingress.
  podSelector: The pods that it is for. Empty means all pods of the namespace.
  policyTypes: Whether it is about Ingress, Egress or both.
networking.v1.NetworkPolicyIngressRule: What the pods may receive.
  from: Who may send it. Empty means everybody.
  ports: On which ports. Empty means all.
networking.v1.NetworkPolicyEgressRule: What the pods may send.
  ports: To which ports. Empty means all.
  to: To whom. Empty means everybody.
networking.v1.NetworkPolicyPort: Ports.
  endPort: The last port of a range that begins with port.
  port: The port, by number or by its name in the container.
  protocol: TCP (the default), UDP or SCTP.
networking.v1.NetworkPolicyPeer: Who is meant: pods, or addresses.
  ipBlock: A range of addresses.
networking.v1.IPBlock: A range of addresses.
  cidr: The range.
  except: Ranges within it that aren't meant.
`;

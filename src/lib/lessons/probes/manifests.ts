/** Not ready for a while: its program says so, and goes on. */
export const readiness = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports: [{port: 80}]
---
apiVersion: v1
kind: Pod
metadata:
  name: readiness
  labels: {app: web}
spec:
  containers:
  - name: main
    image: busybox:1.36
    command: [sh, -c, "touch /tmp/ready; sleep 6; rm /tmp/ready; sleep 6; touch /tmp/ready; sleep 3600"]
    readinessProbe:
      exec: {command: [cat, /tmp/ready]}
      periodSeconds: 1
      failureThreshold: 2
`;

/** As in the documentation: healthy for a while, then never again. */
export const liveness = `apiVersion: v1
kind: Pod
metadata:
  name: liveness
spec:
  terminationGracePeriodSeconds: 2
  containers:
  - name: main
    image: busybox:1.36
    command: [sh, -c, "touch /tmp/healthy; sleep 6; rm /tmp/healthy; sleep 3600"]
    livenessProbe:
      exec: {command: [cat, /tmp/healthy]}
      initialDelaySeconds: 2
      periodSeconds: 1
      failureThreshold: 3
`;

/** Slow to start: the others wait until it listens. Then it is asked over the network, in two ways. */
export const startup = `apiVersion: v1
kind: Pod
metadata:
  name: startup
spec:
  containers:
  - name: web
    image: web:v1
    env:
    - {name: START_DELAY, value: 4s}
    startupProbe:
      tcpSocket: {port: 80}
      periodSeconds: 1
      failureThreshold: 30
    livenessProbe:
      httpGet: {path: /, port: 80}
      periodSeconds: 2
    readinessProbe:
      httpGet: {path: /, port: 80}
      periodSeconds: 1
---
apiVersion: v1
kind: Pod
metadata:
  name: grpc
spec:
  containers:
  - name: etcd
    image: registry.k8s.io/etcd:3.5.1-0
    command: [/usr/local/bin/etcd, --listen-client-urls, "http://0.0.0.0:2379"]
    readinessProbe:
      grpc: {port: 2379}
      periodSeconds: 1
`;

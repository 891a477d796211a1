/** A Service with an address, one without, and the Pods behind both. */
export const services = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports: [{port: 80}]
---
apiVersion: v1
kind: Service
metadata:
  name: web-headless
spec:
  clusterIP: None
  selector: {app: web}
  ports: [{port: 80}]
`;

/** Asks for names as any program would, from inside the cluster. */
export const client = `apiVersion: v1
kind: Pod
metadata:
  name: client
spec:
  restartPolicy: Never
  containers:
  - name: main
    image: busybox:1.36
    command:
    - sh
    - -c
    - |
      cat /etc/resolv.conf
      sleep 2
      wget -qO- http://web
      nslookup web.default.svc.cluster.local.
      sleep 12
      nslookup web-headless.default.svc.cluster.local.
`;

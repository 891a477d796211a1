const pod = (name: string, lifecycle: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  labels: {app: web}
spec:
  containers:
  - name: web
    image: web:v1
    env:
    - {name: RESPONSE_TIME, value: 100ms}
    ports: [{containerPort: 80}]
${lifecycle}`;

/** Three Pods behind one Service; one of them waits before it ends. */
export const manifest = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports: [{port: 80}]
---
${pod('stays', '')}---
${pod('hasty', '')}---
${pod(
	'patient',
	`    lifecycle:
      preStop:
        sleep: {seconds: 3}
`
)}`;

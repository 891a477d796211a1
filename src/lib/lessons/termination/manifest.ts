/** A program that does not listen to SIGTERM, a pause before it is sent, and 8 s in all. */
export const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  terminationGracePeriodSeconds: 8
  containers:
  - name: web
    image: web:v1
    env:
    - name: IGNORE_TERM
      value: "1"
    lifecycle:
      preStop:
        sleep:
          seconds: 3
`;

const pod = (name: string, postStart: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  terminationGracePeriodSeconds: 10
  containers:
  - name: web
    image: web:v1
    lifecycle:
      postStart:
        exec: {command: [sh, -c, "${postStart}"]}
      preStop:
        exec: {command: [sh, -c, "sleep 2"]}
`;

/** Both hooks take a moment, and succeed. */
export const good = pod('good', 'sleep 2');

/** What has to be done after the start does not work. */
export const bad = pod('bad', 'sleep 1; exit 1');

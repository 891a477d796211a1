const pod = (name: string, policy: string, script: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  restartPolicy: ${policy}
  containers:
  - name: main
    image: busybox:1.36
    command: [sh, -c, "${script}"]
`;

/** Ends with an error after a second, and is started again for ever. */
export const always = pod('always', 'Always', 'sleep 1; exit 1');

/** The other two policies: one is started again until it ends well, one never. */
export const others = [
	pod('on-failure', 'OnFailure', 'sleep 1; exit 0'),
	pod('never', 'Never', 'sleep 1; exit 1')
].join('---\n');

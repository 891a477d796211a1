const pod = (name: string, labels: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  labels: {${labels}}
spec:
  containers:
  - name: web
    image: web:v1
`;

/** Four Pods that differ by their labels only. */
export const pods = [
	pod('shop', 'app: shop, tier: front, env: live'),
	pod('shop-test', 'app: shop, tier: front, env: test'),
	pod('shop-db', 'app: shop, tier: back, env: live'),
	pod('mail', 'app: mail, tier: back, env: test')
].join('---\n');

/** A selector by both kinds of requirement; three of the Pods match. */
export const set = `apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: live
spec:
  replicas: 3
  selector:
    matchLabels:
      app: shop
    matchExpressions:
    - key: env
      operator: In
      values: [live, canary]
  template:
    metadata:
      labels: {app: shop, tier: front, env: live}
    spec:
      containers:
      - name: web
        image: web:v1
`;

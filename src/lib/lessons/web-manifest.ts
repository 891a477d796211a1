/** What differs between the Deployments of the lessons. */
export interface WebDeployment {
	readonly name?: string;
	readonly replicas: number;
	readonly image?: string;
	/** Lines under `spec`, without their indentation. */
	readonly spec?: readonly string[];
	/** Labels of the Pods beside `app`. */
	readonly labels?: Readonly<Record<string, string>>;
	/** Lines under the container, without their indentation. */
	readonly container?: readonly string[];
}

/** A Deployment of the program `web`. */
export function webDeployment(options: WebDeployment): string {
	const { name = 'web', replicas, image = 'web:v1', spec = [], container = [] } = options;
	const labels = Object.entries({ app: 'web', ...options.labels });
	const indented = (depth: number, lines: readonly string[]) =>
		lines.map((line) => ' '.repeat(depth) + line);
	const pairs = labels.map((pair) => pair.join(': '));
	return [
		'apiVersion: apps/v1',
		'kind: Deployment',
		'metadata:',
		`  name: ${name}`,
		'spec:',
		`  replicas: ${replicas}`,
		...indented(2, spec),
		'  selector:',
		'    matchLabels:',
		...indented(6, pairs),
		'  template:',
		'    metadata:',
		'      labels:',
		...indented(8, pairs),
		'    spec:',
		'      containers:',
		'      - name: web',
		`        image: ${image}`,
		...indented(8, container),
		''
	].join('\n');
}

/** A Service in front of it. */
export const webService = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
  - port: 80
`;

/** Takes two seconds to start, and says each second whether it may be asked. */
export const probed: readonly string[] = [
	'env:',
	'- name: START_DELAY',
	'  value: 2s',
	'readinessProbe:',
	'  httpGet:',
	'    path: /',
	'    port: 80',
	'  periodSeconds: 1'
];

/** Goes on serving while the rules of all nodes are changed. */
export const preStop: readonly string[] = [
	'lifecycle:',
	'  preStop:',
	'    sleep:',
	'      seconds: 3'
];

/** Several documents in one file. */
export function documents(...parts: readonly string[]): string {
	return parts.join('---\n');
}

/**
 * npm run bench:scheduler [-- NODES [PODS]]: what one decision of the scheduler costs, from the look at the cluster to the
 * table in the trace, for Pods that ask for more and more. Run it on a machine that does nothing else.
 */
import { Attempt } from '#lib/cluster/scheduler/attempt.ts';
import { ClusterView, objectsOf } from '#lib/cluster/scheduler/cluster-view.ts';
import { scoreNodes, verdicts } from '#lib/cluster/scheduler/evaluate.ts';
import { NodeInfo } from '#lib/cluster/scheduler/node-info.ts';
import { Nominations } from '#lib/cluster/scheduler/nominations.ts';
import { defaultPlugins } from '#lib/cluster/scheduler/plugins/default-plugins.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';

const nodes = Number(process.argv[2] ?? 100);
const pods = Number(process.argv[3] ?? 1000);
const times = 400;

function podOf(index: number, spec: Partial<Pod['spec']> = {}): Pod {
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {
			name: `web-${index}`,
			namespace: 'default',
			uid: `uid-${index}`,
			labels: { app: 'web' },
			ownerReferences: [
				{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'rs', controller: true }
			]
		},
		spec: {
			containers: [
				{ name: 'c', image: 'web:v1', resources: { requests: { cpu: '100m', memory: '64Mi' } } }
			],
			...spec
		},
		status: {}
	};
}

const web = { labelSelector: { matchLabels: { app: 'web' } } };
const zone = 'topology.kubernetes.io/zone';
const kinds: Readonly<Record<string, Partial<Pod['spec']>>> = {
	'of a ReplicaSet': {},
	'with a spread constraint over zones': {
		topologySpreadConstraints: [
			{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: 'DoNotSchedule', ...web }
		]
	},
	'with preferred anti-affinity': {
		affinity: {
			podAntiAffinity: {
				preferredDuringSchedulingIgnoredDuringExecution: [
					{ weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', ...web } }
				]
			}
		}
	}
};

const infos = Array.from(
	{ length: nodes },
	(_, index) =>
		new NodeInfo({
			apiVersion: 'v1',
			kind: 'Node',
			metadata: {
				name: `worker-${index}`,
				labels: { 'kubernetes.io/hostname': `worker-${index}`, [zone]: `zone-${index % 3}` }
			},
			spec: {},
			status: { allocatable: { cpu: '16', memory: '64Gi', pods: '250' } }
		})
);
for (let index = 0; index < pods; index++) infos[index % nodes]!.add(podOf(index));
const objects = objectsOf({
	replicasets: [
		{
			apiVersion: 'apps/v1',
			kind: 'ReplicaSet',
			metadata: { name: 'web', namespace: 'default' },
			spec: { selector: { matchLabels: { app: 'web' } } }
		}
	]
});

/** Decides, and has the node keep the Pod, as in a cluster. */
function decide(pod: Pod): void {
	const view = new ClusterView(infos, objects);
	const { filtered } = new Attempt(pod, view, defaultPlugins, new Nominations()).diagnose();
	const feasible = filtered.flatMap(({ info, refusedBy }) => (refusedBy ? [] : [info]));
	const scored = scoreNodes(pod, feasible, view, defaultPlugins);
	const best = scored.reduce((a, b) => (b.total > a.total ? b : a));
	verdicts(filtered, scored);
	best.info.add(pod);
	best.info.remove(pod.metadata.uid!);
}

for (const [kind, spec] of Object.entries(kinds)) {
	const took: number[] = [];
	for (let index = 0; index < times; index++) {
		const pod = podOf(pods + index, spec);
		const began = performance.now();
		decide(pod);
		took.push((performance.now() - began) * 1000);
	}
	const sorted = took.slice(times / 4).sort((a, b) => a - b);
	const at = (share: number): string => sorted[Math.floor(sorted.length * share)]!.toFixed(0);
	console.log(
		`a Pod ${kind}, ${nodes} nodes with ${pods} Pods: ${at(0.5)} µs a decision, 90 % under ${at(0.9)} µs`
	);
}

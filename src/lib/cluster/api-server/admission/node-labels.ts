type Labels = Readonly<Record<string, string>> | undefined;

/** Labels of Kubernetes' own domains that a kubelet sets (kubelet/pkg/apis/well_known_labels.go). */
const kubeletLabels: ReadonlySet<string> = new Set([
	'beta.kubernetes.io/arch',
	'beta.kubernetes.io/instance-type',
	'beta.kubernetes.io/os',
	'failure-domain.beta.kubernetes.io/region',
	'failure-domain.beta.kubernetes.io/zone',
	'kubernetes.io/arch',
	'kubernetes.io/hostname',
	'kubernetes.io/os',
	'node.kubernetes.io/instance-type',
	'topology.kubernetes.io/region',
	'topology.kubernetes.io/zone'
]);
const kubeletDomains = ['kubelet.kubernetes.io', 'node.kubernetes.io'];
const restricted = 'node-restriction.kubernetes.io';

/** The labels that differ although a kubelet may not touch them, sorted. Models getModifiedLabels and getForbiddenLabels. */
export function forbiddenNodeLabels(now: Labels = {}, old: Labels = {}): readonly string[] {
	const names = new Set([...Object.keys(now), ...Object.keys(old)]);
	return [...names].filter((name) => now[name] !== old[name] && isForbidden(name)).sort();
}

function isForbidden(label: string): boolean {
	const slash = label.indexOf('/');
	const domain = slash < 0 ? '' : label.slice(0, slash);
	const isIn = (outer: string): boolean => domain === outer || domain.endsWith(`.${outer}`);
	if (isIn(restricted)) return true;
	if (!isIn('kubernetes.io') && !isIn('k8s.io')) return false;
	return !kubeletLabels.has(label) && !kubeletDomains.some(isIn);
}

import type { Toleration } from '#lib/kubernetes/pod.ts';
import type { Description } from './description.ts';

/** In order of their keys. Models kubectl pkg/describe/describe.go printPodTolerationsMultiline. */
export function describeTolerations(
	description: Description,
	tolerations: readonly Toleration[],
	indent = ''
): void {
	const sorted = [...tolerations].sort((a, b) =>
		(a.key ?? '') < (b.key ?? '') ? -1 : Number((a.key ?? '') > (b.key ?? ''))
	);
	description.list(`${indent}Tolerations`, sorted.map(tolerationText));
}

function tolerationText(toleration: Toleration): string {
	const { key = '', value, effect, operator, tolerationSeconds } = toleration;
	let text = key;
	if (value) text += `=${value}`;
	if (effect) text += `:${effect}`;
	if (operator === 'Exists' && !value) text += text === '' ? 'op=Exists' : ' op=Exists';
	return tolerationSeconds === undefined ? text : `${text} for ${tolerationSeconds}s`;
}

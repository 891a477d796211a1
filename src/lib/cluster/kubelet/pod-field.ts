import type { Pod } from '#lib/kubernetes/pod.ts';

/** A field of the Pod as text, as the downward API gives it. Models pkg/fieldpath/fieldpath.go ExtractFieldPathAsString. */
export function podField({ metadata, spec }: Pod, path: string, podIp: string): string {
	const indexed = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path);
	if (indexed !== null)
		return metadata[indexed[1] as 'labels' | 'annotations']?.[indexed[2]!] ?? '';
	switch (path) {
		case 'metadata.name':
			return metadata.name ?? '';
		case 'metadata.namespace':
			return metadata.namespace ?? '';
		case 'metadata.uid':
			return metadata.uid ?? '';
		case 'spec.nodeName':
			return spec.nodeName ?? '';
		case 'spec.serviceAccountName':
			return spec.serviceAccountName ?? '';
		case 'status.podIP':
			return podIp;
		default:
			return '';
	}
}

import type { ApiRequest } from '#lib/kubernetes/api-client.ts';

/** Watches, and logs that are followed: what doesn't end with its first answer. */
export function isStream({ method, path, query }: ApiRequest): boolean {
	if (method !== 'GET') return false;
	return isTrue(query?.[path.endsWith('/log') ? 'follow' : 'watch']);
}

function isTrue(value: string | undefined): boolean {
	return value !== undefined && !['false', '0'].includes(value.toLowerCase());
}

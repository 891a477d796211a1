import { furtherResources, olderVersions } from '../further-resources.ts';

const words = [...furtherResources, ...olderVersions].flatMap(
	({ kind, plural, singular, shortNames }) => [kind, plural, singular, ...shortNames]
);
const named = new RegExp(`\\b(?:${[...new Set(words)].join('|')}|auth|all|api-resources)\\b`, 'i');

/**
 * Whether a text, such as a scenario with its manifests and commands, may be about a kind that no part of the cluster works
 * with. Rather too often than too seldom: then its rules have to be there.
 */
export function namesFurtherKind(text: string): boolean {
	return named.test(text);
}

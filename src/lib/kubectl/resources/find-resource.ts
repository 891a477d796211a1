import { groupOf, resourceNamed, resources, type Resource } from '#lib/kubernetes/resources.ts';
import { KubectlError } from '../kubectl-error.ts';

/** Short names that two groups share; the core one wins, and kubectl says so. */
const shadowed: Readonly<Record<string, string>> = { ev: 'events.events.k8s.io' };

/**
 * The resource a person means by `po`, `pods`, `Pod`, `pods.v1.` or `leases.coordination.k8s.io`.
 *
 * Models cli-runtime pkg/resource/builder.go mappingFor.
 *
 * @param warn is told when a short name could mean more than one resource
 * @throws KubectlError
 */
export function findResource(word: string, warn: (text: string) => void): Resource {
	const found = resourceNamed(word) ?? withVersion(word);
	if (found === undefined) {
		const [name = ''] = word.split('.');
		const [, version = '', ...group] = word.split('.');
		const isVersion = /^v\d/.test(version) && group.length === 0;
		const shown = word.includes('.') && isVersion ? name : word;
		throw new KubectlError(`the server doesn't have a resource type ${JSON.stringify(shown)}`);
	}
	const other = shadowed[word];
	if (other !== undefined) {
		warn(`short name ${JSON.stringify(word)} could also match lower priority resource ${other}`);
	}
	return found;
}

/** `leases.v1.coordination.k8s.io`, `pods.v1.`, `pods.v1`. */
function withVersion(word: string): Resource | undefined {
	const [name = '', version, ...group] = word.split('.');
	if (version === undefined) return undefined;
	const found = resourceNamed([name, ...group.filter((part) => part !== '')].join('.'));
	return found?.apiVersion.split('/').at(-1) === version ? found : undefined;
}

/** `pod`, or with a group `lease.coordination.k8s.io`: what kubectl prints before a name. */
export function kindPrefix(resource: Resource): string {
	const group = groupOf(resource);
	return group === '' ? resource.singular : `${resource.singular}.${group}`;
}

/** The resources of a category; there is one, `all`. */
export function resourcesOfCategory(word: string): readonly Resource[] {
	return word === 'all' ? resources.filter(({ inAll }) => inAll) : [];
}

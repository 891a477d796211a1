import { groupOf, resourceNamed, resources, type Resource } from '#lib/kubernetes/resources.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { NotDiscovered } from './custom-resources.ts';

/** Short names that two groups share; the core one wins, and kubectl says so. */
const shadowed: Readonly<Record<string, string>> = { ev: 'events.events.k8s.io' };

/**
 * The resource a person means by `po`, `pods`, `Pod`, `pods.v1.` or `leases.coordination.k8s.io`.
 *
 * Models cli-runtime pkg/resource/builder.go mappingFor.
 *
 * Warns when a short name could mean more than one resource.
 *
 * @throws KubectlError
 * @throws NotDiscovered when it could be a kind that someone defined
 */
export function findResource(
	word: string,
	{ err, customResources }: Pick<CommandContext, 'err' | 'customResources'>
): Resource {
	const found = resourceNamed(word) ?? withVersion(word) ?? customNamed(word, customResources);
	if (found === undefined) {
		if (customResources === undefined) throw new NotDiscovered();
		const [name = ''] = word.split('.');
		const [, version = '', ...group] = word.split('.');
		const isVersion = /^v\d/.test(version) && group.length === 0;
		const shown = word.includes('.') && isVersion ? name : word;
		throw new KubectlError(`the server doesn't have a resource type ${JSON.stringify(shown)}`);
	}
	const other = shadowed[word];
	if (other !== undefined) {
		const names = `short name ${JSON.stringify(word)} could also match`;
		err(`Warning: ${names} lower priority resource ${other}\n`);
	}
	return found;
}

/** The same of kinds that someone defined. */
export function customNamed(
	word: string,
	customResources: readonly Resource[] = []
): Resource | undefined {
	const [name = '', ...rest] = word.toLowerCase().split('.');
	return customResources.find((one) => {
		const [group = '', version = ''] = one.apiVersion.split('/');
		const qualified = ['', group, `${version}.${group}`];
		return (
			[one.plural, one.singular, ...one.shortNames].includes(name) &&
			qualified.includes(rest.join('.'))
		);
	});
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
export function resourcesOfCategory(
	word: string,
	customResources: readonly Resource[] = []
): readonly Resource[] {
	return word === 'all' ? [...resources, ...customResources].filter(({ inAll }) => inAll) : [];
}

import type { KubeObject } from '#lib/kubernetes/object.ts';
import { groupOf, resourceNamed } from '#lib/kubernetes/resources.ts';
import { array, type Flag, slice, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';

const ruleFlags: readonly Flag[] = [slice('verb'), slice('resource'), array('resource-name')];

const resourceVerbs =
	'* get delete list create update patch watch proxy deletecollection use bind escalate impersonate'.split(
		' '
	);
const pathVerbs = ['*', 'get', 'post', 'put', 'delete', 'patch', 'head', 'options'];

const roles = ['roles.rbac.authorization.k8s.io', 'clusterroles.rbac.authorization.k8s.io'];

/** Verbs that only some resources have. */
const specialVerbs: Readonly<Record<string, readonly string[]>> = {
	use: ['podsecuritypolicies.policy', 'podsecuritypolicies.extensions'],
	bind: roles,
	escalate: roles,
	impersonate: ['users', 'serviceaccounts', 'groups', 'userextras.authentication.k8s.io']
};

interface RuleResource {
	readonly group: string;
	readonly resource: string;
	readonly subresource: string;
	/** False: the server has no such resource. */
	readonly isKnown: boolean;
}

/** Models kubectl pkg/cmd/create/create_role.go. */
export const createRole: Command = {
	name: 'role',
	flags: [...createFlags, ...ruleFlags],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const [verbs, resources] = [verbsOf(context), resourcesOf(context)];
		if (verbs.length === 0) throw new KubectlError('at least one verb must be specified');
		warnOfVerbs(context, verbs);
		if (resources.length === 0) throw new KubectlError('at least one resource must be specified');
		checkResources(resources, verbs);
		yield* createOne(context, roleOf('Role', name, { rules: rulesOf(context, verbs, resources) }));
	}
};

/** Models kubectl pkg/cmd/create/create_clusterrole.go. */
export const createClusterRole: Command = {
	name: 'clusterrole',
	flags: [...createFlags, ...ruleFlags, slice('non-resource-url'), text('aggregation-rule')],
	*run(context) {
		const { flags } = context;
		const name = nameArgument(argumentsOf(context));
		const [verbs, resources] = [verbsOf(context), resourcesOf(context)];
		const paths = [...new Set(flags.list('non-resource-url'))];
		if (flags.given('aggregation-rule')) {
			if ([paths, verbs, resources, flags.list('resource-name')].some(({ length }) => length > 0)) {
				throw new KubectlError(
					'aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames'
				);
			}
			const matchLabels = pairsOf(flags.text('aggregation-rule'));
			const aggregationRule = { clusterRoleSelectors: [{ matchLabels }] };
			yield* createOne(context, roleOf('ClusterRole', name, { rules: null, aggregationRule }));
			return;
		}
		if (verbs.length === 0) throw new KubectlError('at least one verb must be specified');
		if (resources.length + paths.length === 0) {
			throw new KubectlError('one of resource or nonResourceURL must be specified');
		}
		if (resources.length > 0) {
			warnOfVerbs(context, verbs);
			checkResources(resources, verbs);
		}
		checkPaths(paths, verbs);
		const rules = [
			...rulesOf(context, verbs, resources),
			...(paths.length > 0 ? [{ verbs, nonResourceURLs: paths }] : [])
		];
		yield* createOne(context, roleOf('ClusterRole', name, { rules }));
	}
};

function roleOf(kind: string, name: string, fields: object): KubeObject {
	return { kind, apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name }, ...fields };
}

function verbsOf({ flags }: CommandContext): readonly string[] {
	const verbs = [...new Set(flags.list('verb'))];
	return verbs.includes('*') ? ['*'] : verbs;
}

/** Reads `deployments.apps/scale`; a `*` alone is everything. */
function resourcesOf({ flags }: CommandContext): readonly RuleResource[] {
	const words = flags.list('resource');
	const read = words.includes('*') ? ['*'] : words;
	return read.map((word) => {
		const [path = '', ...sub] = word.split('/');
		const [name = '', ...group] = path.split('.');
		const found = resourceNamed(path);
		return {
			group: found === undefined ? group.join('.') : groupOf(found),
			resource: found?.plural ?? name,
			subresource: sub.join('/'),
			isKnown: found !== undefined
		};
	});
}

function warnOfVerbs(context: CommandContext, verbs: readonly string[]): void {
	for (const verb of verbs.filter((one) => !resourceVerbs.includes(one))) {
		context.err(`Warning: '${verb}' is not a standard resource verb\n`);
	}
}

/** Models validateResource. */
function checkResources(resources: readonly RuleResource[], verbs: readonly string[]): void {
	for (const { resource, group, isKnown } of resources) {
		if (resource === '') {
			throw new KubectlError('resource must be specified if apiGroup/subresource specified');
		}
		if (resource === '*') return;
		const qualified = group === '' ? resource : `${resource}.${group}`;
		const special = verbs.filter((verb) => Object.hasOwn(specialVerbs, verb));
		const wrong = special.find((verb) => !specialVerbs[verb]!.includes(qualified));
		if (wrong !== undefined) {
			throw new KubectlError(`can not perform '${wrong}' on '${resource}' in group '${group}'`);
		}
		if (!isKnown && special.length === 0) {
			throw new KubectlError(
				`the server doesn't have a resource type ${JSON.stringify(resource)}`,
				true
			);
		}
	}
}

function checkPaths(paths: readonly string[], verbs: readonly string[]): void {
	const wrong = verbs.find((verb) => !pathVerbs.includes(verb));
	if (paths.length > 0 && wrong !== undefined) {
		throw new KubectlError(`invalid verb: '${wrong}' for nonResourceURL`);
	}
	for (const path of paths.filter((one) => one !== '*')) {
		if (!path.startsWith('/')) throw new KubectlError('nonResourceURL should start with /');
		if (path.slice(0, -1).includes('*')) {
			throw new KubectlError(
				"nonResourceURL only supports wildcard matches when '*' is at the end"
			);
		}
	}
}

/** One rule a group. Models generateResourcePolicyRules. */
function rulesOf(
	{ flags }: CommandContext,
	verbs: readonly string[],
	resources: readonly RuleResource[]
): readonly object[] {
	const names = [...new Set(flags.list('resource-name'))];
	const groups = [...new Set(resources.map(({ group }) => group))].sort();
	return groups.map((group) => ({
		verbs,
		apiGroups: [group],
		resources: [
			...new Set(
				resources
					.filter((one) => one.group === group)
					.map(({ resource, subresource }) =>
						subresource === '' ? resource : `${resource}/${subresource}`
					)
			)
		],
		...(names.length > 0 ? { resourceNames: names } : undefined)
	}));
}

function pairsOf(text: string): Readonly<Record<string, string>> {
	return Object.fromEntries(
		text.split(',').map((pair): [string, string] => {
			const equals = pair.indexOf('=');
			if (equals < 0) throw new KubectlError(`malformed pair, expect string=string`);
			return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
		})
	);
}

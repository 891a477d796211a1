import { customSchemaName, schemaName, typeOfKind } from './schema-name.ts';

/** A resource or a subresource (`pods/log`), as discovery tells of it. */
export interface DiscoveredResource {
	readonly name: string;
	readonly namespaced: boolean;
	readonly kind: string;
	/** When it isn't the list's own. */
	readonly group?: string;
	readonly version?: string;
	readonly verbs: readonly string[];
	/** Of a kind that someone defined: its definition's `openAPIV3Schema`. */
	readonly schema?: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

const methodOf: Readonly<Record<string, string>> = {
	get: 'get',
	list: 'get',
	create: 'post',
	update: 'put',
	patch: 'patch',
	delete: 'delete',
	deletecollection: 'delete'
};
const actionOf: Readonly<Record<string, string>> = {
	create: 'post',
	update: 'put'
};
const ofCollection = ['list', 'create', 'deletecollection'];
const writing = ['create', 'update', 'patch'];

/** What one can ask at which path of a group and version: enough to find a kind, and what a write may say. */
export function documentPaths(
	groupVersion: string,
	resources: readonly DiscoveredResource[]
): Json {
	const root = groupVersion.includes('/') ? `/apis/${groupVersion}` : `/api/${groupVersion}`;
	const paths: Record<string, Json> = {};
	for (const resource of resources) {
		const { name, namespaced, verbs } = resource;
		const [plural, subresource] = name.split('/');
		const within = namespaced ? '/namespaces/{namespace}' : '';
		const below = subresource === undefined ? '' : `/${subresource}`;
		const operations = (asked: readonly string[]): Json =>
			Object.fromEntries(
				asked.map((verb) => [methodOf[verb], operation(verb, groupVersion, resource)])
			);
		const onAll = verbs.filter((verb) => subresource === undefined && ofCollection.includes(verb));
		const onOne = verbs.filter((verb) => verb in methodOf && !onAll.includes(verb));
		const place = (
			path: string,
			asked: readonly string[],
			placeholders: readonly string[]
		): void => {
			if (asked.length > 0) {
				paths[path] = { ...operations(asked), parameters: placeholders.map(placeholder) };
			}
		};
		const inNamespace = namespaced ? ['namespace'] : [];
		place(`${root}${within}/${plural}`, onAll, inNamespace);
		place(`${root}${within}/${plural}/{name}${below}`, onOne, ['name', ...inNamespace]);
		if (namespaced && onAll.includes('list')) place(`${root}/${plural}`, ['list'], []);
	}
	return paths;
}

function placeholder(name: string): Json {
	return { name, in: 'path', required: true, schema: { type: 'string', uniqueItems: true } };
}

function operation(verb: string, groupVersion: string, resource: DiscoveredResource): Json {
	const { kind, version: ownVersion } = resource;
	const [group, version] = groupVersion.includes('/')
		? (groupVersion.split('/') as [string, string])
		: ['', groupVersion];
	const kindOf = {
		group: resource.group ?? (ownVersion === undefined ? group : ''),
		kind,
		version: ownVersion ?? version
	};
	const kindVersion = kindOf.group === '' ? kindOf.version : `${kindOf.group}/${kindOf.version}`;
	const answered = verb === 'list' ? `${kind}List` : kind;
	const schema =
		resource.schema === undefined
			? schemaName(typeOfKind(kindVersion, answered))
			: customSchemaName(kindVersion, answered);
	const names = [
		...(writing.includes(verb) ? ['dryRun', 'fieldManager', 'fieldValidation'] : []),
		...(verb === 'patch' ? ['force'] : []),
		...(verb.startsWith('delete') ? ['dryRun', 'gracePeriodSeconds', 'propagationPolicy'] : [])
	];
	return {
		responses: {
			'200': {
				description: 'OK',
				content: {
					'application/json': { schema: { $ref: `#/components/schemas/${schema}` } }
				}
			},
			'401': { description: 'Unauthorized' }
		},
		parameters: names.map((name) => ({
			name,
			in: 'query',
			schema: {
				type: name === 'gracePeriodSeconds' ? 'integer' : name === 'force' ? 'boolean' : 'string',
				uniqueItems: true
			}
		})),
		'x-kubernetes-action': actionOf[verb] ?? verb,
		'x-kubernetes-group-version-kind': kindOf
	};
}

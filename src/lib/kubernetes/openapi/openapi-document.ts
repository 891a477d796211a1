import { componentSchema, type Schema, typesIn, type Words } from './component-schema.ts';
import { type DiscoveredResource, documentPaths } from './document-paths.ts';
import { customSchemaName, schemaName, typeOfKind } from './schema-name.ts';
import { structureType } from './structure.ts';

/**
 * The OpenAPI v3 document of one group and version (`/openapi/v3/apis/apps/v1`): its paths, and every type that they need.
 *
 * @param version upstream's, such as `v1.35.4`
 * @param words who describes types and fields; without, they aren't
 */
export function openApiDocument(
	groupVersion: string,
	resources: readonly DiscoveredResource[],
	version: string,
	words?: Words
): Schema {
	const schemas: Record<string, Schema> = {};
	const add = (type: string): void => {
		const name = schemaName(type);
		if (name in schemas) return;
		schemas[name] = componentSchema(type, words);
		for (const other of typesIn(type)) add(other);
	};
	const isKnown = (type: string): boolean => structureType(type) !== undefined;
	for (const one of resources) {
		if (one.schema !== undefined) {
			Object.assign(schemas, customSchemas(groupVersion, one.kind, one.schema));
			add(objectMeta);
			add(listMeta);
			continue;
		}
		const [group, ownVersion] = [one.group, one.version];
		const home =
			ownVersion === undefined ? groupVersion : group ? `${group}/${ownVersion}` : ownVersion;
		for (const kind of [one.kind, `${one.kind}List`]) {
			const type = typeOfKind(home, kind);
			if (!isKnown(type)) continue;
			add(type);
			const name = schemaName(type);
			schemas[name] = { ...schemas[name], ...ofKind(home, kind) };
		}
	}
	for (const type of ['Status', 'DeleteOptions', 'WatchEvent']) add(`apis.meta.v1.${type}`);
	return {
		openapi: '3.0.0',
		info: { title: 'Kubernetes', version },
		paths: documentPaths(groupVersion, resources),
		components: {
			schemas,
			securitySchemes: {
				BearerToken: { type: 'apiKey', in: 'header', name: 'authorization' }
			}
		}
	};
}

const objectMeta = 'apis.meta.v1.ObjectMeta';
const listMeta = 'apis.meta.v1.ListMeta';

/** What a definition says of its kind, and what every kind has. Models apiextensions-apiserver/pkg/controller/openapi/builder. */
function customSchemas(
	groupVersion: string,
	kind: string,
	schema: Schema
): Readonly<Record<string, Schema>> {
	const text = { type: 'string' };
	const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
	const typeMeta = { apiVersion: text, kind: text };
	const name = customSchemaName(groupVersion, kind);
	const list = `${kind}List`;
	return {
		[name]: {
			...schema,
			type: 'object',
			properties: {
				...typeMeta,
				metadata: { allOf: [reference(schemaName(objectMeta))] },
				...(schema['properties'] as Schema | undefined)
			},
			...ofKind(groupVersion, kind)
		},
		[customSchemaName(groupVersion, list)]: {
			type: 'object',
			required: ['items'],
			properties: {
				...typeMeta,
				items: { type: 'array', items: reference(name) },
				metadata: { allOf: [reference(schemaName(listMeta))] }
			},
			...ofKind(groupVersion, list)
		}
	};
}

function ofKind(groupVersion: string, kind: string): Schema {
	const [group, version] = groupVersion.includes('/')
		? groupVersion.split('/')
		: ['', groupVersion];
	return { 'x-kubernetes-group-version-kind': [{ group, kind, version }] };
}

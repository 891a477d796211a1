import { createHash } from 'node:crypto';
import type { ApiServer } from '#lib/cluster/api-server/api-server.ts';
import { discoveryAt } from '#lib/cluster/api-server/discovery.ts';
import { versionInfo } from '#lib/cluster/api-server/version.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { DiscoveredResource } from '#lib/kubernetes/openapi/document-paths.ts';
import { openApiDocument } from '#lib/kubernetes/openapi/openapi-document.ts';

/** A document as text, and what tells it from another version of itself. */
export interface OpenApiText {
	readonly text: string;
	readonly hash: string;
}

interface ResourceList {
	readonly groupVersion: string;
	readonly resources: readonly DiscoveredResource[];
}

interface GroupList {
	readonly groups: readonly { readonly versions: readonly { readonly groupVersion: string }[] }[];
}

/**
 * What the server says of its own API: `/openapi/v3` names the documents, `/openapi/v3/apis/GROUP/VERSION` is one. Each is made
 * when it is first asked for, and again when kinds have been defined.
 */
export class OpenApiDocuments {
	private made = new Map<string, OpenApiText>();
	private kinds: unknown;

	constructor(private readonly server: ApiServer) {}

	/** The document at a path; undefined when there is none. */
	at(path: string): OpenApiText | undefined {
		const { all } = this.server.custom;
		if (this.kinds !== all) this.made = new Map();
		this.kinds = all;
		const known = this.made.get(path);
		if (known !== undefined) return known;
		const found = path === '/openapi/v3' ? this.index() : this.document(path);
		if (found === undefined) return undefined;
		const text = `${JSON.stringify(found)}\n`;
		const hash = createHash('sha256').update(text).digest('hex').slice(0, 32).toUpperCase();
		const document = { text, hash };
		this.made.set(path, document);
		return document;
	}

	private document(path: string): object | undefined {
		const place = /^\/openapi\/v3(\/(?:api\/v1|apis\/[^/]+\/[^/]+))$/.exec(path)?.[1];
		const list = place && (discoveryAt(place, this.server.custom) as ResourceList | undefined);
		if (!list) return undefined;
		const { groupVersion, resources } = list;
		const schemas = this.customSchemas(groupVersion);
		const described = resources.map((one) => {
			const schema = schemas.get(one.name.split('/')[0]!);
			return schema === undefined ? one : { ...one, schema };
		});
		return openApiDocument(groupVersion, described, versionInfo.gitVersion);
	}

	private index(): object {
		const { groups } = discoveryAt('/apis', this.server.custom) as unknown as GroupList;
		const groupVersions = groups.flatMap(({ versions }) => versions.map((one) => one.groupVersion));
		const places = ['api/v1', ...groupVersions.map((one) => `apis/${one}`)];
		const paths = places.flatMap((place) => {
			const path = `/openapi/v3/${place}`;
			const document = this.at(path);
			return document ? [[place, { serverRelativeURL: `${path}?hash=${document.hash}` }]] : [];
		});
		return { paths: Object.fromEntries(paths) as object };
	}

	/** What definitions say of the kinds of a group and version, by plural. */
	private customSchemas(
		groupVersion: string
	): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
		const definitions = this.server.cache.list('customresourcedefinitions') as Definition[];
		return new Map(
			definitions.flatMap(({ spec: { group, names, versions } }) =>
				versions
					.filter(({ name }) => `${group}/${name}` === groupVersion)
					.map(({ schema }) => [names.plural, schema?.openAPIV3Schema ?? {}] as const)
			)
		);
	}
}

interface Definition extends KubeObject {
	readonly spec: {
		readonly group: string;
		readonly names: { readonly plural: string };
		readonly versions: readonly {
			readonly name: string;
			readonly schema?: { readonly openAPIV3Schema?: Readonly<Record<string, unknown>> };
		}[];
	};
}

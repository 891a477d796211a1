import { createHash } from 'node:crypto';
import type { ApiServer } from '#lib/cluster/api-server/api-server.ts';
import { discoveryAt } from '#lib/cluster/api-server/discovery.ts';
import { versionInfo } from '#lib/cluster/api-server/version.ts';
import { fieldDescription, typeDescription } from '#lib/kubectl/commands/explain/descriptions.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { DiscoveredResource } from '#lib/kubernetes/openapi/document-paths.ts';
import { openApiDocument } from '#lib/kubernetes/openapi/openapi-document.ts';
import { openApiV2 } from '#lib/kubernetes/openapi/openapi-v2.ts';
import { openApiV2Protobuf } from '#lib/kubernetes/openapi/openapi-v2-protobuf.ts';

/** A document as it is sent, and what tells it from another version of itself. */
export interface OpenApiBody {
	readonly body: string | Uint8Array;
	readonly contentType: string;
	readonly hash: string;
}

/** kubectl takes the document of v2 in this form only. */
export const protobufOfV2 = 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf';

const words = { typeDescription, fieldDescription };

type Found = Readonly<Record<string, unknown>>;

interface ResourceList {
	readonly groupVersion: string;
	readonly resources: readonly DiscoveredResource[];
}

interface GroupList {
	readonly groups: readonly { readonly versions: readonly { readonly groupVersion: string }[] }[];
}

/**
 * What the server says of its own API: `/openapi/v3` names the documents, `/openapi/v3/apis/GROUP/VERSION` is one, `/openapi/v2` is
 * all in one. Each is made when it is first asked for, and again when kinds have been defined.
 */
export class OpenApiDocuments {
	private made = new Map<string, OpenApiBody>();
	private kinds: unknown;

	constructor(private readonly server: ApiServer) {}

	/** The document at a path; undefined when there is none. */
	at(path: string, accept = ''): OpenApiBody | undefined {
		const { all } = this.server.custom;
		if (this.kinds !== all) this.made = new Map();
		this.kinds = all;
		const isProtobuf = path === '/openapi/v2' && accept.includes(protobufOfV2);
		const key = isProtobuf ? `${path} ${protobufOfV2}` : path;
		const known = this.made.get(key);
		if (known !== undefined) return known;
		const found =
			path === '/openapi/v3'
				? this.index()
				: path === '/openapi/v2'
					? this.wholeV2()
					: this.document(path);
		if (found === undefined) return undefined;
		const body = isProtobuf ? openApiV2Protobuf(found) : `${JSON.stringify(found)}\n`;
		const hash = createHash('sha256').update(body).digest('hex').slice(0, 32).toUpperCase();
		// An answer's type can't have the @ that the question has.
		const contentType = isProtobuf ? protobufOfV2.replace('@', '.') : 'application/json';
		const document = { body, contentType, hash };
		this.made.set(key, document);
		return document;
	}

	private wholeV2(): Found {
		const all = this.places().map((place) => this.document(`/openapi/v3/${place}`));
		return openApiV2(all.filter((one) => one !== undefined));
	}

	private document(path: string): Found | undefined {
		const place = /^\/openapi\/v3(\/(?:api\/v1|apis\/[^/]+\/[^/]+))$/.exec(path)?.[1];
		const list = place && (discoveryAt(place, this.server.custom) as ResourceList | undefined);
		if (!list) return undefined;
		const { groupVersion, resources } = list;
		const schemas = this.customSchemas(groupVersion);
		const described = resources.map((one) => {
			const schema = schemas.get(one.name.split('/')[0]!);
			return schema === undefined ? one : { ...one, schema };
		});
		return openApiDocument(groupVersion, described, versionInfo.gitVersion, words);
	}

	/** Groups and versions, as their documents' paths name them. */
	private places(): readonly string[] {
		const { groups } = discoveryAt('/apis', this.server.custom) as unknown as GroupList;
		const groupVersions = groups.flatMap(({ versions }) => versions.map((one) => one.groupVersion));
		return ['api/v1', ...groupVersions.map((one) => `apis/${one}`)];
	}

	private index(): Found {
		const paths = this.places().flatMap((place) => {
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

import { isRecord } from '../patch/merge-patch.ts';

type Json = Readonly<Record<string, unknown>>;

/** One of the documents that openApiDocument makes. */
interface V3Document {
	readonly info: Json;
	readonly paths: Readonly<Record<string, Json>>;
	readonly components: { readonly schemas: Json };
}

/** The OpenAPI v2 document (`/openapi/v2`): the v3 documents in one, in the older form. */
export function openApiV2(documents: readonly object[]): Json {
	const all = documents as readonly V3Document[];
	const whole = {
		swagger: '2.0',
		info: all[0]?.info,
		paths: Object.assign({}, ...all.map(({ paths }) => paths)) as Json,
		definitions: Object.assign({}, ...all.map(({ components }) => components.schemas)) as Json
	};
	return JSON.parse(JSON.stringify(whole), (_key, value: unknown) =>
		isRecord(value) ? olderForm(value) : value
	) as Json;
}

/** References by another path, types beside parameters, answers' schemas without their media type, no `oneOf`. */
function olderForm(value: Json): Json {
	const { $ref, allOf, oneOf, schema, content, ...rest } = value;
	if (typeof $ref === 'string') {
		return { ...rest, $ref: $ref.replace('#/components/schemas/', '#/definitions/') };
	}
	if (Array.isArray(allOf)) return { ...rest, ...(allOf[0] as Json) };
	if (Array.isArray(oneOf)) return { ...rest, type: 'string' };
	if (content !== undefined) {
		const [media] = Object.values(content as Readonly<Record<string, Json>>);
		return { ...rest, ...media };
	}
	return schema !== undefined && 'in' in rest
		? { ...rest, ...(schema as Json) }
		: { ...rest, ...(schema !== undefined && { schema }) };
}

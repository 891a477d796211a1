import { aggregatedDiscovery } from '#lib/cluster/api-server/aggregated-discovery.ts';
import type { ApiList, ApiTable } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { AnswerForm } from './accepted-form.ts';

/** What of an object the rows of a table carry: `includeObject`. */
type RowObject = 'None' | 'Metadata' | 'Object';

/** An answer of the simulated API server in the form that was asked for, as it goes over HTTP. */
export function servedBody(body: object, form: AnswerForm, includeObject: string | null): unknown {
	const { kind, items } = body as { kind?: string; items?: readonly KubeObject[] };
	if (kind === 'Status') return body;
	if (form.as === 'discovery') return aggregatedDiscovery(body) ?? body;
	if (kind === 'Table') {
		const rowObject =
			includeObject === 'None' || includeObject === 'Object' ? includeObject : 'Metadata';
		return withRowObjects(body as ApiTable, rowObject);
	}
	if (form.as === 'metadata') {
		if (items === undefined) return metadataOf(body as KubeObject);
		const { metadata } = body as ApiList;
		return {
			kind: 'PartialObjectMetadataList',
			apiVersion: 'meta.k8s.io/v1',
			metadata,
			items: items.map(metadataOf)
		};
	}
	return items !== undefined && kind?.endsWith('List') ? withPlainItems(body as ApiList) : body;
}

function metadataOf({ metadata }: KubeObject): object {
	return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata };
}

function withRowObjects(table: ApiTable, rowObject: RowObject): object {
	if (rowObject === 'Object') return table;
	return {
		...table,
		rows: table.rows.map(({ object, ...row }) => ({
			...row,
			...(rowObject === 'Metadata' && { object: metadataOf(object) })
		}))
	};
}

/** The items of a typed list don't say again what they are: Go leaves their TypeMeta empty. */
function withPlainItems(list: ApiList): object {
	return {
		...list,
		items: list.items.map(({ kind: _kind, apiVersion: _version, ...item }) => item)
	};
}

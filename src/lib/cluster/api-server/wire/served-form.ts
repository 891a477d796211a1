import type { ApiList, ApiResponse, ApiTable } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { badRequest, isStatus, notAcceptable } from '#lib/kubernetes/status.ts';
import type { AnswerForm } from './accepted-form.ts';
import type { ReadRequest } from './wire-request.ts';

/** What of an object the rows of a table carry. */
type RowObject = 'None' | 'Metadata' | 'Object';

/** An answer as it goes over the wire: plain data of a form. */
export interface WireAnswer {
	readonly code: number;
	readonly body: unknown;
	readonly contentType: string;
	readonly warnings?: readonly string[];
}

/**
 * An answer in the form that was asked for. What is text is told as it is.
 *
 * Models apiserver/pkg/endpoints/handlers/response.go doTransformObject.
 *
 * @param includeObject the parameter of a query for a table
 */
export function servedForm(
	{ code, body, warnings }: ApiResponse,
	form: AnswerForm,
	includeObject = ''
): WireAnswer {
	const given = { ...(warnings && { warnings }) };
	const { kind, text } = body as { readonly kind?: string; readonly text?: unknown };
	if (typeof text === 'string' && (kind === 'Text' || kind === 'Log')) {
		const contentType = kind === 'Log' ? 'text/plain' : 'text/plain; charset=utf-8';
		return { code, body: text, contentType, ...given };
	}
	if (isStatus(body)) return { code, body, contentType: 'application/json', ...given };
	const served = bodyAs(body as KubeObject | ApiList | ApiTable, form, includeObject);
	if (isStatus(served)) {
		return { code: served.code!, body: served, contentType: 'application/json', ...given };
	}
	const isPlain = form.as === 'discovery' && kind !== 'APIGroupDiscoveryList';
	const contentType = isPlain ? 'application/json' : form.contentType;
	return { code, body: served, contentType, ...given };
}

/** Of one watch: what each of its events carries, in the form that was asked for; a table's columns are named once. */
export class ServedEvents {
	private toldColumns = false;

	constructor(private readonly read: Pick<ReadRequest, 'form' | 'includeObject'>) {}

	objectOf(object: KubeObject | ApiTable | Status): unknown {
		if (isStatus(object)) return object;
		const { form, includeObject } = this.read;
		const served = bodyAs(object as KubeObject | ApiTable, form, includeObject);
		if (object.kind !== 'Table' || isStatus(served)) return served;
		const isTold = this.toldColumns;
		this.toldColumns = true;
		return isTold ? { ...(served as object), columnDefinitions: null } : served;
	}
}

function bodyAs(
	body: KubeObject | ApiList | ApiTable,
	{ as, version }: AnswerForm,
	includeObject: string
): unknown {
	const apiVersion = `meta.k8s.io/${version}`;
	const items = (body as { readonly items?: readonly KubeObject[] }).items;
	const isList = items !== undefined && body.kind.endsWith('List');
	if (body.kind === 'Table') {
		const wrong = wrongRowObject(includeObject);
		return (
			wrong ?? tableWith(body as ApiTable, (includeObject || 'Metadata') as RowObject, version)
		);
	}
	if (body.metadata === undefined) return body;
	if (as === 'metadata') {
		const what = 'you requested PartialObjectMetadata, but the requested object is a list';
		return isList ? notAcceptable(`${what} (*core.${body.kind})`) : metadataOf(body, version);
	}
	if (as === 'metadata-list') {
		const what = 'you requested PartialObjectMetadataList, but the requested object is not a list';
		if (!isList) return notAcceptable(`${what} (*core.${body.kind})`);
		const { metadata } = body;
		const kind = 'PartialObjectMetadataList';
		return { kind, apiVersion, metadata, items: items.map((one) => metadataOf(one, version)) };
	}
	return isList && isBuiltIn(body) ? withPlainItems(body as ApiList) : body;
}

function metadataOf({ metadata }: Pick<KubeObject, 'metadata'>, version: string): object {
	return { kind: 'PartialObjectMetadata', apiVersion: `meta.k8s.io/${version}`, metadata };
}

/** Models apimachinery/pkg/apis/meta/v1/validation.go ValidateTableOptions. */
function wrongRowObject(includeObject: string): Status | undefined {
	if (['', 'None', 'Metadata', 'Object'].includes(includeObject)) return undefined;
	const why = `includeObject: Invalid value: ${JSON.stringify(includeObject)}: must be 'Metadata', 'Object', 'None', or empty`;
	return badRequest(`Unable to convert to Table as requested: ${why}`);
}

function tableWith(table: ApiTable, rowObject: RowObject, version: string): object {
	const apiVersion = `meta.k8s.io/${version}`;
	if (rowObject === 'Object') return { ...table, apiVersion };
	return {
		...table,
		apiVersion,
		rows: table.rows.map(({ object, ...row }) => ({
			...row,
			object: rowObject === 'Metadata' ? metadataOf(object, version) : null
		}))
	};
}

/** Whether a list is of a Go type. */
function isBuiltIn({ kind, apiVersion }: { kind: string; apiVersion: string }): boolean {
	return resourceOfKind(apiVersion, kind.slice(0, -'List'.length)) !== undefined;
}

/** The items of a list of a Go type don't say again what they are; custom resources do. */
function withPlainItems(list: ApiList): object {
	return {
		...list,
		items: list.items.map(({ kind: _kind, apiVersion: _version, ...item }) => item)
	};
}

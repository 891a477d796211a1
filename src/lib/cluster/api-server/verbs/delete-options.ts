import { maxBodyBytes } from '#lib/kubernetes/body/body-reading.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { badRequest, conflict, invalid, tooLarge } from '#lib/kubernetes/status.ts';
import {
	causeOf,
	type FieldError,
	invalidError,
	notSupportedError
} from '#lib/kubernetes/validation/field-error.ts';
import type { RequestContext } from '../operation.ts';

/** metav1.DeleteOptions. */
export interface DeleteOptions {
	readonly gracePeriodSeconds?: number;
	readonly propagationPolicy?: string;
	/** What was there before `propagationPolicy`. */
	readonly orphanDependents?: boolean;
	readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string };
	readonly dryRun?: readonly string[];
}

const policies = ['Foreground', 'Background', 'Orphan'];

/**
 * How a DELETE wants it done: its body, else its query. Models apiserver/pkg/endpoints/handlers/delete.go and
 * apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateDeleteOptions.
 */
export function deleteOptionsOf({ request }: RequestContext): DeleteOptions | Status {
	const { body, query = {}, reading } = request;
	if (reading?.isTooLarge === true) return tooLarge(`limit is ${maxBodyBytes}`);
	if (reading?.unrecognized !== undefined) return badRequest(reading.unrecognized);
	if (isRecord(body) && body.kind !== undefined && body.kind !== 'DeleteOptions') {
		return badRequest(
			`no kind ${JSON.stringify(body.kind)} is registered for version ${JSON.stringify(body.apiVersion)} in scheme "k8s.io/apimachinery/pkg/apis/meta/internalversion/scheme"`
		);
	}
	const options = isRecord(body) && Object.keys(body).length > 0 ? body : fromQuery(query);
	const errors = validate(options);
	return errors.length === 0
		? options
		: invalid({ group: 'meta.k8s.io', kind: 'DeleteOptions' }, '', errors.map(causeOf));
}

function fromQuery(query: Readonly<Record<string, string>>): DeleteOptions {
	const { gracePeriodSeconds, propagationPolicy, orphanDependents } = query;
	return {
		...(gracePeriodSeconds === undefined
			? undefined
			: { gracePeriodSeconds: Number(gracePeriodSeconds) }),
		...(propagationPolicy === undefined ? undefined : { propagationPolicy }),
		...(orphanDependents === undefined
			? undefined
			: { orphanDependents: orphanDependents === 'true' })
	};
}

function validate({ propagationPolicy, orphanDependents, dryRun }: DeleteOptions): FieldError[] {
	const at = 'propagationPolicy';
	const errors: FieldError[] = [];
	if (propagationPolicy !== undefined && orphanDependents !== undefined) {
		const why = 'orphanDependents and deletionPropagation cannot be both set';
		errors.push(invalidError(at, propagationPolicy, why));
	}
	if (propagationPolicy !== undefined && !policies.includes(propagationPolicy)) {
		errors.push(notSupportedError(at, propagationPolicy, [...policies, 'nil']));
	}
	if (dryRun?.some((stage) => stage !== 'All')) {
		errors.push(notSupportedError('dryRun', dryRun, ['All']));
	}
	return errors;
}

/** Models the beginning of apiserver/pkg/registry/rest/delete.go BeforeDelete. */
export function unmetPrecondition(
	{ kind, metadata }: KubeObject,
	{ preconditions }: DeleteOptions
): Status | undefined {
	const { uid, resourceVersion } = preconditions ?? {};
	const refuse = (why: string): Status =>
		conflict({ group: '', resource: kind }, metadata.name ?? '', why);
	if (uid !== undefined && uid !== metadata.uid) {
		return refuse(
			`the UID in the precondition (${uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`
		);
	}
	if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion) {
		return refuse(
			`the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`
		);
	}
	return undefined;
}

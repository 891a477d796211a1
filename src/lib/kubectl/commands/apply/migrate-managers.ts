import type { KubeObject } from '#lib/kubernetes/object.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { callForObject, sorted } from '../../api-call.ts';
import type { CommandContext } from '../../command.ts';
import { type DryRun, dryRunQuery } from '../../dry-run.ts';
import { StatusError } from '../../kubectl-error.ts';
import { patchTypes } from '../../patch/content-types.ts';
import { lastAppliedAnnotation } from '../../patch/last-applied.ts';
import { caught } from '../../resources/fetch.ts';
import { type Info, infoPath } from '../../resources/info.ts';
import type { Steps } from '../../steps.ts';

/** Who manages what of an object, as the API writes it. */
interface ManagerEntry {
	readonly manager?: string;
	readonly operation?: string;
	readonly apiVersion?: string;
	readonly subresource?: string;
	readonly fieldsV1?: Readonly<Record<string, unknown>>;
}

const mostAttempts = 5;
const annotationManager = 'kubectl-last-applied';

/**
 * What client-side apply managed is handed over to server-side apply, so that what a manifest doesn't say any more can go.
 *
 * Models kubectl pkg/cmd/apply/apply.go saveLastApplyAnnotationIfNecessary, migrateToSSAIfNecessary and client-go
 * util/csaupgrade.
 *
 * @param applied the answer to the first apply
 * @param keepsAnnotation whether kubectl's own manager applies, which keeps the annotation up to date
 * @param again applies once more
 */
export function* migrated(
	context: CommandContext,
	info: Info,
	applied: KubeObject,
	keepsAnnotation: boolean,
	dryRun: DryRun,
	again: () => Steps<KubeObject>
): Steps<KubeObject> {
	const annotated = keepsAnnotation ? yield* withOwnAnnotation(info, applied, dryRun) : applied;
	const manager = context.flags.given('field-manager')
		? context.flags.text('field-manager')
		: 'kubectl';
	const old = new Set(ownersOf(annotated, 'Update').map((entry) => entry.manager ?? ''));
	let current = annotated;
	for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
		const before = entriesOf(current);
		const after = [...old].reduce((entries, one) => upgraded(entries, one, manager), before);
		if (after === before) return current;
		const patched = yield* caught(
			callForObject({
				method: 'PATCH',
				path: infoPath(info),
				query: sorted({ ...dryRunQuery(dryRun), fieldManager: manager }),
				contentType: patchTypes.json,
				withManagedFields: true,
				body: [
					{ op: 'replace', path: '/metadata/managedFields', value: after },
					{
						op: 'replace',
						path: '/metadata/resourceVersion',
						value: current.metadata.resourceVersion
					}
				]
			})
		);
		if (!(patched instanceof Error)) return yield* again();
		if (!(patched instanceof StatusError) || patched.status.reason !== 'Conflict') {
			context.err(
				`Warning: server rejected managed fields migration to Server-Side Apply. This is non-fatal and will be retried next time you apply. Error: ${patched.message}\n`
			);
			return current;
		}
		current = yield* callForObject({
			method: 'GET',
			path: infoPath(info),
			withManagedFields: true
		});
	}
	return current;
}

/** The annotation of client-side apply gets a manager of its own, so that it isn't lost. */
function* withOwnAnnotation(info: Info, applied: KubeObject, dryRun: DryRun): Steps<KubeObject> {
	const { name, namespace, annotations } = applied.metadata;
	const original = annotations?.[lastAppliedAnnotation];
	if (original === undefined || ownersOf(applied, 'Apply').length > 0) return applied;
	return yield* callForObject({
		method: 'PATCH',
		path: infoPath(info),
		query: sorted({ ...dryRunQuery(dryRun), fieldManager: annotationManager }),
		contentType: 'application/apply-patch+yaml',
		withManagedFields: true,
		body: {
			apiVersion: applied.apiVersion,
			kind: applied.kind,
			metadata: { name, namespace, annotations: { [lastAppliedAnnotation]: original } }
		}
	});
}

function entriesOf({ metadata }: KubeObject): readonly ManagerEntry[] {
	return (metadata as { managedFields?: readonly ManagerEntry[] }).managedFields ?? [];
}

/** Those who manage the annotation by an operation. Models FindFieldsOwners. */
function ownersOf(object: KubeObject, operation: string): readonly ManagerEntry[] {
	return entriesOf(object).filter(({ operation: how, fieldsV1 = {} }) => {
		const metadata = fieldsV1['f:metadata'];
		const annotations = isRecord(metadata) ? metadata['f:annotations'] : undefined;
		return (
			how === operation && isRecord(annotations) && `f:${lastAppliedAnnotation}` in annotations
		);
	});
}

/** Models csaupgrade upgradeManagedFields, unionManagerIntoIndex. */
function upgraded(
	entries: readonly ManagerEntry[],
	old: string,
	manager: string
): readonly ManagerEntry[] {
	const isOld = ({ manager: name, operation, subresource }: ManagerEntry): boolean =>
		name === old && operation === 'Update' && !subresource;
	const isNew = ({ manager: name, operation, subresource }: ManagerEntry): boolean =>
		name === manager && operation === 'Apply' && !subresource;
	const target = entries.find(isNew) ?? entries.find(isOld);
	if (target === undefined || !entries.some(isOld)) return entries;
	const same = entries.find((one) => isOld(one) && one.apiVersion === target.apiVersion);
	const joined: ManagerEntry = {
		...target,
		manager,
		operation: 'Apply',
		fieldsV1: union(target.fieldsV1 ?? {}, same?.fieldsV1 ?? {})
	};
	return entries
		.map((one) => (one === target ? joined : one))
		.filter((one) => one === joined || !isOld(one));
}

type Fields = Readonly<Record<string, unknown>>;

function union(a: Fields, b: Fields): Fields {
	const added = Object.entries(b).map(([key, value]) => {
		const other = a[key];
		return [key, isRecord(other) && isRecord(value) ? union(other, value) : value];
	});
	return { ...a, ...Object.fromEntries(added) };
}

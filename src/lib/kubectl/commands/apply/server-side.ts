import type { KubeObject } from '#lib/kubernetes/object.ts';
import { callForObject, sorted } from '../../api-call.ts';
import { bool, type Flag } from '../../command-line/flag.ts';
import type { CommandContext } from '../../command.ts';
import { type DryRun, dryRunQuery } from '../../dry-run.ts';
import { KubectlError, StatusError } from '../../kubectl-error.ts';
import type { ResultPrinter } from '../../output/print-result.ts';
import { recorded } from '../../record.ts';
import { caught } from '../../resources/fetch.ts';
import { type Info, infoPath } from '../../resources/info.ts';
import { fieldValidation } from '../../resources/validation.ts';
import type { Steps } from '../../steps.ts';
import { migrated } from './migrate-managers.ts';

export const serverSideFlags: readonly Flag[] = [bool('server-side'), bool('force-conflicts')];

const usualManager = 'kubectl';

/** As whom `--server-side` manages fields. Models kubectl pkg/cmd/apply/apply.go GetApplyFieldManagerFlag. */
export function applyManager({ flags }: CommandContext): string {
	return flags.given('field-manager') ? flags.text('field-manager') : usualManager;
}

const advice = `Please review the fields above--they currently have other managers. Here
are the ways you can resolve this warning:
* If you intend to manage all of these fields, please re-run the apply
  command with the \`--force-conflicts\` flag.
* If you do not intend to manage all of the fields, please edit your
  manifest to remove references to the fields that should keep their
  current managers.
* You may co-own fields by updating your manifest to match the existing
  value; in this case, you'll become the manager if the other manager(s)
  stop managing the field (remove it from their configuration).
See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts`;

/** Has the server put the manifest and what is there together. Models applyOneObject. */
export function* applyOnServer(
	context: CommandContext,
	info: Info,
	dryRun: DryRun,
	print: ResultPrinter
): Steps<KubeObject> {
	const { name, generateName } = info.object.metadata;
	if (generateName && !name) {
		throw new KubectlError(`from ${generateName}: cannot use generate name with apply`);
	}
	const manifest = recorded(context, info.object);
	const applied = yield* caught(sendApply(context, info, manifest, dryRun));
	if (applied instanceof Error) {
		const isConflict = applied instanceof StatusError && applied.status.reason === 'Conflict';
		throw isConflict ? new KubectlError(`${applied.message}\n${advice}`) : applied;
	}
	const isUsual = applyManager(context) === usualManager;
	const result = yield* migrated(context, info, applied, isUsual, dryRun, () =>
		sendApply(context, info, manifest, dryRun)
	);
	context.out(print(result, 'serverside-applied'));
	return result;
}

/** The PATCH itself, with the managers in its answer. */
function* sendApply(
	context: CommandContext,
	info: Info,
	manifest: KubeObject,
	dryRun: DryRun
): Steps<KubeObject> {
	const subresource = context.flags.text('subresource');
	return yield* callForObject({
		method: 'PATCH',
		path: `${infoPath(info)}${subresource === '' ? '' : `/${subresource}`}`,
		query: sorted({
			...dryRunQuery(dryRun),
			fieldManager: applyManager(context),
			fieldValidation: fieldValidation(context),
			force: String(context.flags.bool('force-conflicts'))
		}),
		contentType: 'application/apply-patch+yaml',
		withManagedFields: true,
		body: manifest
	});
}

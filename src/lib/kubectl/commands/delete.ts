import type { KubeObject } from '#lib/kubernetes/object.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, duration, int, missing, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { type DryRun, dryRunOf, dryRunQuery, dryRunSuffix } from '../dry-run.ts';
import { isNotFound, KubectlError, throwCollected, withSource } from '../kubectl-error.ts';
import {
	allNamespacesFlag,
	dryRunFlag,
	fieldSelectorFlag,
	fileFlags,
	selectorFlag
} from '../resources/common-flags.ts';
import { caught, type Fetched, fetchTargets } from '../resources/fetch.ts';
import { kindPrefix } from '../resources/find-resource.ts';
import { type Info, infoPath, shownName } from '../resources/info.ts';
import { cascadeFlag, propagationOf } from '../resources/propagation.ts';
import { readFiles } from '../resources/read-files.ts';
import { readTargets } from '../resources/targets.ts';
import type { Steps } from '../steps.ts';
import { waitUntilGone } from '../wait/wait-until-gone.ts';

/** Models kubectl pkg/cmd/delete/delete.go. */
export const deleteCommand: Command = {
	name: 'delete',
	flags: [
		...fileFlags,
		selectorFlag,
		fieldSelectorFlag,
		allNamespacesFlag,
		dryRunFlag,
		text('output', 'o'),
		bool('all'),
		bool('force'),
		bool('now'),
		bool('wait', undefined, true),
		bool('ignore-not-found'),
		int('grace-period', -1),
		duration('timeout', '0s'),
		cascadeFlag,
		missing(bool('interactive', 'i')),
		missing(text('raw'))
	],
	run: deleteResources
};

const forceWarning =
	'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n';

function* deleteResources(context: CommandContext): Steps<void> {
	const { flags } = context;
	const output = flags.text('output');
	if (output !== '' && output !== 'name') {
		throw new KubectlError(`unexpected -o output mode: ${output}. We only support '-o name'`);
	}
	const grace = gracePeriod(context);
	const dryRun = dryRunOf(context);
	const { infos, errors, byName } = yield* found(context);
	if (flags.bool('force') && dryRun === 'none') context.err(forceWarning);
	const failures = [...errors];
	const deleted: Info[] = [];
	for (const info of infos) {
		if (dryRun === 'client') {
			context.out(deletedText(context, info, dryRun, grace));
			continue;
		}
		const answer = yield* caught(
			callForObject({
				method: 'DELETE',
				path: infoPath(info),
				query: sorted(dryRunQuery(dryRun)),
				body: deleteOptions(context, grace, dryRun)
			})
		);
		if (answer instanceof Error) {
			if (isNotFound(answer) && (flags.bool('ignore-not-found') || !byName)) continue;
			failures.push(withSource('deleting', info.source, answer));
			continue;
		}
		context.out(deletedText(context, info, dryRun, grace));
		deleted.push({
			...info,
			object: { ...answer, metadata: { ...answer.metadata, uid: uidOf(answer) } }
		});
	}
	throwCollected(failures);
	if (infos.length === 0 && !flags.bool('ignore-not-found')) context.out('No resources found\n');
	if (flags.bool('wait') && dryRun === 'none') {
		const timeout = flags.duration('timeout');
		const untilMs = timeout > 0 ? context.nowMs() + timeout : undefined;
		const waited: Error[] = [];
		for (const info of deleted) {
			const result = yield* caught(waitUntilGone(info, untilMs));
			if (result instanceof Error) waited.push(result);
		}
		throwCollected(waited);
	}
}

/** The answer is the object while it still has to go, a Status once it is gone. */
function uidOf(answer: KubeObject): string | undefined {
	const details = answer.details as { uid?: string } | undefined;
	return answer.kind === 'Status' ? details?.uid : answer.metadata.uid;
}

function* found(context: CommandContext): Steps<Fetched & { byName: boolean }> {
	const { flags, args } = context;
	if (flags.given('filename')) return { ...readFiles(context, false), byName: true };
	const all = flags.bool('all');
	const selects = flags.given('selector') || flags.given('field-selector');
	if (all && selects && flags.given('selector')) {
		throw new KubectlError("setting 'all' parameter but found a non empty selector. ");
	}
	const options = {
		labelSelector: flags.text('selector'),
		fieldSelector: flags.text('field-selector')
	};
	const targets = readTargets(args, {
		...options,
		selectAll: all,
		allNamespaces: flags.bool('all-namespaces'),
		context
	});
	if (targets.type === 'names') {
		const infos = targets.named.map(({ resource, name }): Info => {
			const namespace = resource.namespaced ? context.namespace : '';
			const object = { apiVersion: resource.apiVersion, kind: resource.kind, metadata: { name } };
			return { resource, namespace, name, object, source: '' };
		});
		return { infos, errors: [], byName: true };
	}
	const namespace = flags.bool('all-namespaces') ? '' : context.namespace;
	return { ...(yield* fetchTargets(targets, { namespace, ...options })), byName: false };
}

/** Models DeleteOptions.Complete and Validate. */
function gracePeriod({ flags }: CommandContext): number {
	const grace = flags.int('grace-period');
	if (flags.bool('now')) {
		if (grace !== -1)
			throw new KubectlError('--now and --grace-period cannot be specified together');
		return 1;
	}
	if (grace === 0 && !flags.bool('force')) {
		// Without --force kubectl keeps the promise that the thing has ended: it asks for one second.
		return 1;
	}
	if (flags.bool('force') && grace < 0) return 0;
	if (flags.bool('force') && grace > 0) {
		throw new KubectlError(
			'--force and --grace-period greater than 0 cannot be specified together'
		);
	}
	return grace;
}

function deleteOptions(context: CommandContext, grace: number, dryRun: DryRun): object {
	return {
		kind: 'DeleteOptions',
		apiVersion: 'v1',
		...(grace >= 0 ? { gracePeriodSeconds: grace } : undefined),
		propagationPolicy: propagationOf(context),
		...(dryRun === 'server' ? { dryRun: ['All'] } : undefined)
	};
}

/** Models DeleteOptions.PrintObj. */
function deletedText(context: CommandContext, info: Info, dryRun: DryRun, grace: number): string {
	if (context.flags.text('output') === 'name') return `${shownName(info)}\n`;
	const operation = grace === 0 ? 'force deleted' : 'deleted';
	const where = info.resource.namespaced ? ` from ${info.namespace} namespace` : '';
	return `${kindPrefix(info.resource)} ${JSON.stringify(info.name)} ${operation}${where}${dryRunSuffix(dryRun)}\n`;
}

import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { callForObject } from '../../api-call.ts';
import { int } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { type DryRun, dryRunOf, dryRunQuery } from '../../dry-run.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { resultPrinter } from '../../output/print-result.ts';
import { patchTypes } from '../../patch/content-types.ts';
import { lastAppliedAnnotation } from '../../patch/last-applied.ts';
import { dryRunFlag, fileFlags, outputFlags, selectorFlag } from '../../resources/common-flags.ts';
import { commandTargets, fetchOptions } from '../../resources/command-targets.ts';
import { caught } from '../../resources/fetch.ts';
import { type Info, infoPath } from '../../resources/info.ts';
import { visitTargets } from '../../resources/visit.ts';
import { historyOf, isAt, setAt } from '../../rollout/controller-revisions.ts';
import {
	isSameTemplate,
	replicaSetsOf,
	revisionAnnotation,
	revisionOf,
	withoutHash
} from '../../rollout/revisions.ts';
import { requireWorkload } from '../../rollout/rollout-kinds.ts';
import type { Steps } from '../../steps.ts';
import { requireResource } from './rollout-arguments.ts';
import { templateText } from './template-text.ts';

/** Models kubectl pkg/cmd/rollout/rollout_undo.go. */
export const undo: Command = {
	name: 'undo',
	flags: [...fileFlags, ...outputFlags, selectorFlag, dryRunFlag, int('to-revision', 0)],
	run: rollBack
};

function* rollBack(context: CommandContext): Steps<void> {
	const dryRun = dryRunOf(context);
	requireResource(context);
	const targets = commandTargets(context, context.args, true);
	const print = resultPrinter(context, dryRun);
	const revision = context.flags.int('to-revision');
	yield* visitTargets(targets, fetchOptions(context), function* (info) {
		requireWorkload(info.resource, 'rollbacker', 'rollbacker');
		const rolledBack =
			info.resource.kind === 'Deployment'
				? yield* rollBackOne(info, revision, dryRun)
				: yield* rollBackSet(info, revision, dryRun);
		context.out(print(info.object, rolledBack));
	});
}

/** Models kubectl pkg/polymorphichelpers/rollback.go DeploymentRollbacker.Rollback. */
function* rollBackOne(info: Info, revision: number, dryRun: DryRun): Steps<string> {
	if (revision < 0) throw revisionNotFound(revision);
	const { name } = info;
	const read = yield* caught(callForObject({ method: 'GET', path: infoPath(info) }));
	if (read instanceof Error) {
		throw new KubectlError(`failed to retrieve Deployment ${name}: ${read.message}`);
	}
	const deployment = read as Deployment;
	const { old, current } = yield* replicaSetsOf(deployment);
	const all = current === undefined ? old : [...old, current];
	const wanted = wantedOf(all, revision, name);
	const { template } = wanted.spec;
	if (dryRun === 'client') return templateText(template);
	if (deployment.spec.paused) {
		throw new KubectlError(
			"you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again"
		);
	}
	if (isSameTemplate(template, deployment.spec.template)) {
		return `skipped rollback (current template already matches revision ${revision})`;
	}
	const patched = yield* caught(
		callForObject({
			method: 'PATCH',
			path: infoPath(info),
			query: dryRunQuery(dryRun),
			contentType: patchTypes.json,
			body: [
				{ op: 'replace', path: '/spec/template', value: withoutHash(template) },
				{ op: 'replace', path: '/metadata/annotations', value: annotationsFor(deployment, wanted) }
			]
		})
	);
	if (patched instanceof Error) {
		throw new KubectlError(`failed restoring revision ${revision}: ${patched.message}`);
	}
	return 'rolled back';
}

/** Models DaemonSetRollbacker.Rollback, StatefulSetRollbacker.Rollback. */
function* rollBackSet(info: Info, revision: number, dryRun: DryRun): Steps<string> {
	if (revision < 0) throw revisionNotFound(revision);
	const { set, revisions } = yield* historyOf(info);
	if (revision === 0 && revisions.length <= 1) {
		throw new KubectlError('no last revision to roll back to');
	}
	const wanted =
		revision === 0 ? revisions.at(-2) : revisions.find((one) => one.revision === revision);
	if (wanted === undefined) throw revisionNotFound(revision);
	if (dryRun === 'client') return templateText(setAt(set, wanted).spec.template);
	if (isAt(set, wanted)) {
		return `skipped rollback (current template already matches revision ${revision})`;
	}
	const patched = yield* caught(
		callForObject({
			method: 'PATCH',
			path: infoPath(info),
			query: dryRunQuery(dryRun),
			contentType: patchTypes.strategic,
			body: wanted.data
		})
	);
	if (patched instanceof Error) {
		throw new KubectlError(`failed restoring revision ${revision}: ${patched.message}`);
	}
	return 'rolled back';
}

/** The ReplicaSet of the revision; 0 is the last but one. Models deploymentRevision. */
function wantedOf(
	replicaSets: readonly ReplicaSet[],
	revision: number,
	deployment: string
): ReplicaSet {
	if (revision > 0) {
		const found = replicaSets.find((one) => revisionOf(one) === revision);
		if (found === undefined) throw revisionNotFound(revision);
		return found;
	}
	const [, previous] = [...replicaSets].sort((a, b) => revisionOf(b) - revisionOf(a));
	if (previous === undefined) {
		throw new KubectlError(`no rollout history found for deployment ${JSON.stringify(deployment)}`);
	}
	return previous;
}

/** Annotations that stay the Deployment's own. Models annotationsToSkip. */
const ownAnnotations = [
	lastAppliedAnnotation,
	revisionAnnotation,
	'deployment.kubernetes.io/revision-history',
	'deployment.kubernetes.io/desired-replicas',
	'deployment.kubernetes.io/max-replicas',
	'deprecated.deployment.rollback.to'
];

function annotationsFor(deployment: Deployment, wanted: ReplicaSet): Record<string, string> {
	const entriesOf = ({ metadata }: Deployment | ReplicaSet): [string, string][] =>
		Object.entries(metadata.annotations ?? {});
	return Object.fromEntries([
		...entriesOf(deployment).filter(([key]) => ownAnnotations.includes(key)),
		...entriesOf(wanted).filter(([key]) => !ownAnnotations.includes(key))
	]);
}

function revisionNotFound(revision: number): KubectlError {
	return new KubectlError(`unable to find specified revision ${revision} in history`);
}

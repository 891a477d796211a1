import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { callForObject } from '../../api-call.ts';
import { int } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { resultPrinter } from '../../output/print-result.ts';
import { alignColumns } from '../../output/tab-writer.ts';
import { fileFlags, outputFlags, selectorFlag } from '../../resources/common-flags.ts';
import { commandTargets, fetchOptions } from '../../resources/command-targets.ts';
import { caught } from '../../resources/fetch.ts';
import { type Info, infoPath } from '../../resources/info.ts';
import { visitTargets } from '../../resources/visit.ts';
import { historyOf, setAt } from '../../rollout/controller-revisions.ts';
import { replicaSetsOf, revisionOf } from '../../rollout/revisions.ts';
import { requireWorkload } from '../../rollout/rollout-kinds.ts';
import type { Steps } from '../../steps.ts';
import { checkRevision, requireResource } from './rollout-arguments.ts';
import { templateText } from './template-text.ts';

/** Models kubectl pkg/cmd/rollout/rollout_history.go. */
export const history: Command = {
	name: 'history',
	flags: [...fileFlags, ...outputFlags, selectorFlag, int('revision', 0)],
	run: showHistories
};

const changeCause = 'kubernetes.io/change-cause';

function* showHistories(context: CommandContext): Steps<void> {
	requireResource(context);
	const revision = checkRevision(context);
	const targets = commandTargets(context, context.args, true);
	const print = resultPrinter(context, 'none');
	yield* visitTargets(targets, fetchOptions(context), function* (info) {
		requireWorkload(info.resource, 'history viewer', 'history');
		const revisions = yield* revisionsOf(info);
		if (context.flags.text('output') !== '') {
			const shown = revision > 0 ? [found(revisions, revision)] : [...revisions.values()];
			for (const { object } of shown) context.out(print(object, ''));
			return;
		}
		const numbered = revision > 0 ? `with revision #${revision}` : '';
		context.out(print(info.object, `${numbered}\n${historyText(revisions, revision)}`));
	});
}

/** What is kept of a revision. */
interface Kept {
	/** What `-o` prints. */
	readonly object: KubeObject;
	readonly template: PodTemplate;
	readonly cause: string;
}

/** In order of their numbers. */
function* revisionsOf(info: Info): Steps<ReadonlyMap<number, Kept>> {
	const kept = info.resource.kind === 'Deployment' ? yield* ofDeployment(info) : yield* ofSet(info);
	return new Map([...kept].sort(([a], [b]) => a - b));
}

/** Models polymorphichelpers/history.go DaemonSetHistoryViewer, StatefulSetHistoryViewer. */
function* ofSet(info: Info): Steps<readonly (readonly [number, Kept])[]> {
	const { set, revisions } = yield* historyOf(info);
	return revisions.map((one) => {
		const object = setAt(set, one);
		const cause = one.metadata.annotations?.[changeCause] ?? '';
		return [one.revision ?? 0, { object, template: object.spec.template, cause }] as const;
	});
}

/** The ReplicaSet of each revision. Models getDeploymentReplicaSets. */
function* ofDeployment(info: Info): Steps<readonly (readonly [number, Kept])[]> {
	const deployment = yield* caught(callForObject({ method: 'GET', path: infoPath(info) }));
	if (deployment instanceof Error) {
		throw new KubectlError(`failed to retrieve deployment ${info.name}: ${deployment.message}`);
	}
	const { old, current } = yield* replicaSetsOf(deployment as Deployment);
	const all = current === undefined ? old : [...old, current];
	return all.map((object) => {
		const cause = object.metadata.annotations?.[changeCause] ?? '';
		return [revisionOf(object), { object, template: withCause(object, cause), cause }] as const;
	});
}

/** Models ViewHistory, printHistory. */
function historyText(revisions: ReadonlyMap<number, Kept>, revision: number): string {
	if (revisions.size === 0) return 'No rollout history found.';
	if (revision > 0) return templateText(found(revisions, revision).template);
	const lines = [...revisions].map(([number, { template, cause }]) => {
		const own = template.metadata?.annotations?.[changeCause];
		return `${number}\t${cause || own || '<none>'}`;
	});
	return `${alignColumns(['REVISION\tCHANGE-CAUSE', ...lines].join('\n'), { minWidth: 0, padding: 2 })}\n`;
}

/** The template with the cause that its ReplicaSet carries. */
function withCause({ spec }: ReplicaSet, cause: string): PodTemplate {
	if (cause === '') return spec.template;
	const annotations = { ...spec.template.metadata?.annotations, [changeCause]: cause };
	return { ...spec.template, metadata: { ...spec.template.metadata, annotations } };
}

function found(revisions: ReadonlyMap<number, Kept>, revision: number): Kept {
	const one = revisions.get(revision);
	if (one === undefined) throw new KubectlError('unable to find the specified revision');
	return one;
}

import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { qualifiedPlural } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../../api-call.ts';
import type { Flag } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { KubectlError, throwCollected } from '../../kubectl-error.ts';
import { resultPrinter } from '../../output/print-result.ts';
import { patchTypes } from '../../patch/content-types.ts';
import { strategicDiff } from '../../patch/strategic-diff.ts';
import { fetchCommandTargets } from '../../resources/command-targets.ts';
import {
	fieldManagerFlag,
	fileFlags,
	outputFlags,
	selectorFlag
} from '../../resources/common-flags.ts';
import { caught } from '../../resources/fetch.ts';
import { infoPath } from '../../resources/info.ts';
import type { Steps } from '../../steps.ts';
import { requireResource } from './rollout-arguments.ts';

const flags: readonly Flag[] = [
	...fileFlags,
	...outputFlags,
	selectorFlag,
	fieldManagerFlag('kubectl-rollout')
];

/** What `pause`, `resume` and `restart` do to a Deployment. */
interface RolloutChange {
	readonly operation: string;
	/** @throws KubectlError whose text goes on behind the object's name */
	change(deployment: Deployment, context: CommandContext): Deployment;
	/** Why an object of another kind can't be meant. */
	readonly unsupported: string;
	/** Kinds besides Deployments. */
	readonly further?: readonly string[];
}

function rolloutCommand(name: string, change: RolloutChange): Command {
	return { name, flags, run: (context) => changeRollouts(context, change) };
}

/** Models kubectl pkg/cmd/rollout/rollout_pause.go, polymorphichelpers/objectpauser.go. */
export const pause: Command = rolloutCommand('pause', {
	operation: 'paused',
	unsupported: 'pausing is not supported',
	change(deployment) {
		if (deployment.spec.paused) throw new KubectlError('is already paused');
		return { ...deployment, spec: { ...deployment.spec, paused: true } };
	}
});

/** Models rollout_resume.go, objectresumer.go. */
export const resume: Command = rolloutCommand('resume', {
	operation: 'resumed',
	unsupported: 'resuming is not supported',
	change(deployment) {
		const { paused, ...spec } = deployment.spec;
		if (!paused) throw new KubectlError('is not paused');
		return { ...deployment, spec };
	}
});

const restartedAt = 'kubectl.kubernetes.io/restartedAt';

/** Models rollout_restart.go, objectrestarter.go. */
export const restart: Command = rolloutCommand('restart', {
	operation: 'restarted',
	unsupported: 'restarting is not supported',
	further: ['DaemonSet', 'StatefulSet'],
	change(deployment, context) {
		const { template, paused } = deployment.spec;
		if (paused) {
			throw new KubectlError("can't restart paused deployment (run rollout resume first)");
		}
		const time = `${new Date(context.nowMs()).toISOString().slice(0, 19)}Z`;
		const annotations = { ...template.metadata?.annotations, [restartedAt]: time };
		const next = { ...template, metadata: { ...template.metadata, annotations } };
		return { ...deployment, spec: { ...deployment.spec, template: next } };
	}
});

function* changeRollouts(context: CommandContext, change: RolloutChange): Steps<void> {
	requireResource(context);
	const print = resultPrinter(context, 'none');
	const { infos, errors } = yield* fetchCommandTargets(context, context.args, true);
	const failures = [...errors];
	if (infos.length === 0 && errors.length === 0) {
		context.err(`No resources found in ${context.namespace} namespace.\n`);
	}
	for (const info of infos) {
		const changed = changedOf(info.object, change, context);
		if (changed instanceof Error) {
			const name = `${qualifiedPlural(info.resource)} ${JSON.stringify(info.name)}`;
			failures.push(new KubectlError(`error: ${name} ${changed.message}`));
			continue;
		}
		const patch = strategicDiff(info.object, changed, info.object.kind);
		if (Object.keys(patch).length === 0) {
			failures.push(
				new KubectlError(
					`failed to create patch for ${info.name}: if restart has already been triggered within the past second, please wait before attempting to trigger another`
				)
			);
			continue;
		}
		const patched = yield* caught(
			callForObject({
				method: 'PATCH',
				path: infoPath(info),
				query: sorted({ fieldManager: context.flags.text('field-manager') }),
				contentType: patchTypes.strategic,
				body: patch
			})
		);
		if (patched instanceof Error) {
			failures.push(new KubectlError(`failed to patch: ${patched.message}`));
		} else {
			context.out(print(patched, change.operation));
		}
	}
	throwCollected(failures);
}

function changedOf(
	object: KubeObject,
	{ change, unsupported, further = [] }: RolloutChange,
	context: CommandContext
): KubeObject | Error {
	if (![...further, 'Deployment'].includes(object.kind)) return new KubectlError(unsupported);
	try {
		return change(object as Deployment, context);
	} catch (error) {
		return error as Error;
	}
}

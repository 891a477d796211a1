import type { Command, CommandContext } from '../../command.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { targetFlags } from '../../resources/command-targets.ts';
import { dryRunFlag, fieldManagerFlag, outputFlags } from '../../resources/common-flags.ts';
import { withPodSpec } from '../../resources/pod-spec.ts';
import { recordFlag } from '../../record.ts';
import type { Steps } from '../../steps.ts';
import { fetchInfos, patchTemplates, refuseBothLocalAndServer } from './patch-templates.ts';

/** Models kubectl pkg/cmd/set/set_serviceaccount.go. */
export const setServiceAccount: Command = {
	name: 'serviceaccount',
	aliases: ['sa'],
	flags: [
		...targetFlags.filter(({ name }) => name !== 'selector'),
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-set'),
		recordFlag
	],
	run: setAccounts
};

function* setAccounts(context: CommandContext): Steps<void> {
	const { args } = context;
	refuseBothLocalAndServer(context);
	const account = args.at(-1);
	if (account === undefined) throw new KubectlError('serviceaccount is required');
	const infos = yield* fetchInfos(context, args.slice(0, -1));
	yield* patchTemplates(context, infos, {
		operation: 'serviceaccount updated',
		refusal: 'failed to patch ServiceAccountName ',
		change: (object) => withPodSpec(object, (spec) => ({ ...spec, serviceAccountName: account })),
		sendsEmptyPatch: true
	});
}

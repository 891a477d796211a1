import { bool, int, text } from '../command-line/flag.ts';
import type { Command } from '../command.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';

/** Models kubectl pkg/cmd/create/create_priorityclass.go. */
export const createPriorityClass: Command = {
	name: 'priorityclass',
	aliases: ['pc'],
	flags: [
		...createFlags,
		int('value', 0),
		bool('global-default'),
		text('description'),
		text('preemption-policy', undefined, 'PreemptLowerPriority')
	],
	*run(context) {
		const { flags } = context;
		const name = nameArgument(argumentsOf(context));
		const description = flags.text('description');
		yield* createOne(context, {
			kind: 'PriorityClass',
			apiVersion: 'scheduling.k8s.io/v1',
			metadata: { name },
			value: flags.int('value'),
			...(flags.bool('global-default') ? { globalDefault: true } : undefined),
			...(description === '' ? undefined : { description }),
			preemptionPolicy: flags.text('preemption-policy')
		});
	}
};

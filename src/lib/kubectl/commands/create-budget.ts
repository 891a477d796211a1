import { text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { labelSelectorOf } from '../resources/label-selector.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';

/** Models kubectl pkg/cmd/create/create_pdb.go. */
export const createBudget: Command = {
	name: 'poddisruptionbudget',
	aliases: ['pdb'],
	flags: [...createFlags, text('min-available'), text('max-unavailable'), text('selector')],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const bound = boundOf(context);
		yield* createOne(
			context,
			{
				kind: 'PodDisruptionBudget',
				apiVersion: 'policy/v1',
				metadata: { name },
				spec: { ...bound, selector: labelSelectorOf(context.flags.text('selector')) },
				status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 }
			},
			'poddisruptionbudgets'
		);
	}
};

const numberOrPercentage = /^[0-9]+%?$/;

function boundOf({ flags }: CommandContext): object {
	const [least, most] = [flags.text('min-available'), flags.text('max-unavailable')];
	if (flags.text('selector') === '') throw new KubectlError('a selector must be specified');
	if (least === '' && most === '') {
		throw new KubectlError('one of min-available or max-unavailable must be specified');
	}
	if (least !== '' && most !== '') {
		throw new KubectlError('min-available and max-unavailable cannot be both specified');
	}
	const [flag, field, value] =
		least === ''
			? (['max-unavailable', 'maxUnavailable', most] as const)
			: (['min-available', 'minAvailable', least] as const);
	if (!numberOrPercentage.test(value)) {
		throw new KubectlError(`invalid format specified for ${flag}`);
	}
	return { [field]: value.endsWith('%') ? value : Number(value) };
}

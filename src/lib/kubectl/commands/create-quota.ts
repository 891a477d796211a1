import { parseQuantity } from '#lib/kubernetes/quantity.ts';
import { text } from '../command-line/flag.ts';
import type { Command } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';

/** Models kubectl pkg/cmd/create/create_quota.go. */
export const createQuota: Command = {
	name: 'quota',
	aliases: ['resourcequota'],
	flags: [...createFlags, text('hard'), text('scopes')],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const hard = context.flags.text('hard');
		const scopes = context.flags.text('scopes');
		const spec = {
			...(hard === '' ? undefined : { hard: amountsOf(hard) }),
			...(scopes === '' ? undefined : { scopes: scopesOf(scopes) })
		};
		yield* createOne(
			context,
			{ kind: 'ResourceQuota', apiVersion: 'v1', metadata: { name }, spec, status: {} },
			'quota'
		);
	}
};

function amountsOf(text: string): Readonly<Record<string, string>> {
	const entries = text.split(',').map((statement): [string, string] => {
		const [resource = '', amount, ...more] = statement.split('=');
		if (amount === undefined || more.length > 0) {
			throw new KubectlError(`Invalid argument syntax ${statement}, expected <resource>=<value>`);
		}
		parseQuantity(amount);
		return [resource, amount];
	});
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function scopesOf(text: string): readonly string[] {
	const scopes = text.split(',');
	if (scopes.includes('')) throw new KubectlError('invalid resource quota scope ""');
	return scopes;
}

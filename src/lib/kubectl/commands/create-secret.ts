import { bool, text } from '../command-line/flag.ts';
import type { Command } from '../command.ts';
import { contentHash } from './append-hash.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';
import { keyValues, sourceFlags } from './key-value-sources.ts';

/** Models kubectl pkg/cmd/create/create_secret.go. */
const generic: Command = {
	name: 'generic',
	flags: [...createFlags, ...sourceFlags, text('type'), bool('append-hash')],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const values = Object.entries(keyValues(context, 'Secret', name));
		const data = Object.fromEntries(values.map(([key, value]) => [key, base64(value)]));
		const type = context.flags.text('type');
		const isHashed = context.flags.bool('append-hash');
		const suffix = isHashed ? `-${contentHash('Secret', name, data, type)}` : '';
		yield* createOne(context, {
			kind: 'Secret',
			apiVersion: 'v1',
			metadata: { name: name + suffix },
			...(values.length > 0 ? { data } : undefined),
			...(type === '' ? undefined : { type })
		});
	}
};

export const createSecret: Command = { name: 'secret', flags: [], subcommands: [generic] };

function base64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

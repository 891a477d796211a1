import { bool } from '../command-line/flag.ts';
import type { Command } from '../command.ts';
import { contentHash } from './append-hash.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';
import { keyValues, sourceFlags } from './key-value-sources.ts';

/** Models kubectl pkg/cmd/create/create_configmap.go. */
export const createConfigMap: Command = {
	name: 'configmap',
	aliases: ['cm'],
	flags: [...createFlags, ...sourceFlags, bool('append-hash')],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const data = keyValues(context, 'ConfigMap', name);
		const isHashed = context.flags.bool('append-hash');
		const suffix = isHashed ? `-${contentHash('ConfigMap', name, data)}` : '';
		yield* createOne(context, {
			kind: 'ConfigMap',
			apiVersion: 'v1',
			metadata: { name: name + suffix },
			...(Object.keys(data).length > 0 ? { data } : undefined)
		});
	}
};

import { bool, missing } from '../command-line/flag.ts';
import type { Command } from '../command.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';
import { keyValues, sourceFlags } from './key-value-sources.ts';

/** Models kubectl pkg/cmd/create/create_configmap.go. */
export const createConfigMap: Command = {
	name: 'configmap',
	aliases: ['cm'],
	flags: [...createFlags, ...sourceFlags, missing(bool('append-hash'))],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const data = keyValues(context, 'ConfigMap', name);
		yield* createOne(context, {
			kind: 'ConfigMap',
			apiVersion: 'v1',
			metadata: { name },
			...(Object.keys(data).length > 0 ? { data } : undefined)
		});
	}
};

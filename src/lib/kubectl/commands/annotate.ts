import type { Command } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { changeMetadata, metadataFlags } from './change-metadata.ts';

/** Models kubectl pkg/cmd/annotate/annotate.go. */
export const annotate: Command = {
	name: 'annotate',
	flags: metadataFlags('kubectl-annotate'),
	*run(context) {
		yield* changeMetadata(context, {
			field: 'annotations',
			noun: 'annotation',
			check: () => undefined,
			overwriteError(existing) {
				const list = existing.map(([key, value]) => `'${key}' already has a value (${value})`);
				return new KubectlError(
					`--overwrite is false but found the following declared annotation(s): ${list.join('; ')}`
				);
			},
			operation: () => 'annotated',
			absentText: () => ''
		});
	}
};

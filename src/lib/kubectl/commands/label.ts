import { labelValue } from '#lib/kubernetes/validation/name-rules.ts';
import type { Command } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { jsonText } from '../output/json-text.ts';
import { changeMetadata, metadataFlags } from './change-metadata.ts';

/** Models kubectl pkg/cmd/label/label.go. */
export const label: Command = {
	name: 'label',
	flags: metadataFlags('kubectl-label'),
	*run(context) {
		yield* changeMetadata(context, {
			field: 'labels',
			noun: 'label',
			check({ set }) {
				for (const [key, value] of Object.entries(set)) {
					const faults = labelValue(value);
					if (faults.length === 0) continue;
					throw new KubectlError(
						`invalid label value: ${JSON.stringify(`${key}=${value}`)}: ${faults.join(';')}`
					);
				}
			},
			overwriteError([first]) {
				const [key, value] = first!;
				return new KubectlError(
					`'${key}' already has a value (${value}), and --overwrite is false`
				);
			},
			operation(before, after, overwrites) {
				const [old, young] = [jsonText(before), jsonText(after)];
				if (old === young) return 'not labeled';
				return !overwrites && young.length < old.length ? 'unlabeled' : 'labeled';
			},
			absentText: (key) => `label ${JSON.stringify(key)} not found.\n`
		});
	}
};

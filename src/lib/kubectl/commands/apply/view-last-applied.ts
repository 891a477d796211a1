import { text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { KubectlError, throwCollected } from '../../kubectl-error.ts';
import { jsonText } from '../../output/json-text.ts';
import { yamlText } from '../../output/yaml-text.ts';
import { lastAppliedAnnotation } from '../../patch/last-applied.ts';
import { selectorFlag } from '../../resources/common-flags.ts';
import { fetchTargets } from '../../resources/fetch.ts';
import { readTargets } from '../../resources/targets.ts';
import type { Steps } from '../../steps.ts';

/** Models kubectl pkg/cmd/apply/apply_view_last_applied.go. */
export const viewLastApplied: Command = {
	name: 'view-last-applied',
	flags: [text('output', 'o', 'yaml'), selectorFlag],
	run: view
};

function* view(context: CommandContext): Steps<void> {
	const output = context.flags.text('output');
	if (output !== 'yaml' && output !== 'json') {
		throw new KubectlError(
			`Unexpected -o output mode: ${output}, the flag 'output' must be one of yaml|json`
		);
	}
	const labelSelector = context.flags.text('selector');
	const targets = readTargets(context.args, {
		labelSelector,
		context
	});
	const { infos, errors } = yield* fetchTargets(targets, {
		namespace: context.namespace,
		labelSelector
	});
	throwCollected(errors);
	for (const { object } of infos) {
		const last = object.metadata.annotations?.[lastAppliedAnnotation];
		if (last === undefined) continue;
		const value: unknown = JSON.parse(last);
		context.out(output === 'yaml' ? yamlText(value) : `${jsonText(value, '  ')}\n`);
	}
}

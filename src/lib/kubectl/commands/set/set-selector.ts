import type { KubeObject } from '#lib/kubernetes/object.ts';
import { callForObject, sorted } from '../../api-call.ts';
import { text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { dryRunOf, dryRunQuery } from '../../dry-run.ts';
import { KubectlError, throwCollected } from '../../kubectl-error.ts';
import { resultPrinter } from '../../output/print-result.ts';
import { patchTypes } from '../../patch/content-types.ts';
import { strategicDiff } from '../../patch/strategic-diff.ts';
import { targetFlags } from '../../resources/command-targets.ts';
import { dryRunFlag, fieldManagerFlag, outputFlags } from '../../resources/common-flags.ts';
import { caught } from '../../resources/fetch.ts';
import { infoPath } from '../../resources/info.ts';
import { labelSelectorOf } from '../../resources/label-selector.ts';
import { recorded, recordFlag } from '../../record.ts';
import type { Steps } from '../../steps.ts';
import { fetchInfos } from './patch-templates.ts';

/** Models kubectl pkg/cmd/set/set_selector.go. */
export const setSelector: Command = {
	name: 'selector',
	flags: [
		...targetFlags,
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-set'),
		recordFlag,
		text('resource-version')
	],
	run: setSelectors
};

function* setSelectors(context: CommandContext): Steps<void> {
	const { flags, args } = context;
	const dryRun = dryRunOf(context);
	const expression = args.at(-1);
	const selector = expression === undefined ? undefined : readSelector(expression);
	const print = resultPrinter(context, dryRun);
	if (selector === undefined) throw new KubectlError('one selector is required');
	const infos = yield* fetchInfos(context, args.slice(0, -1));
	const resourceVersion = flags.text('resource-version');
	const failures: Error[] = [];
	for (const info of infos) {
		const { object } = info;
		if (object.kind !== 'Service') {
			failures.push(new KubectlError('setting a selector is only supported for Services'));
			continue;
		}
		const changed: KubeObject = recorded(context, {
			...object,
			spec: { ...(object.spec as object), selector }
		});
		if (dryRun === 'client' || flags.bool('local')) {
			context.out(print(changed, 'selector updated'));
			continue;
		}
		const patch = strategicDiff(object, changed, object.kind);
		const patched = yield* caught(
			callForObject({
				method: 'PATCH',
				path: infoPath(info),
				query: sorted({ ...dryRunQuery(dryRun), fieldManager: flags.text('field-manager') }),
				contentType: patchTypes.strategic,
				body:
					resourceVersion === ''
						? patch
						: { ...patch, metadata: { ...(patch.metadata as object), resourceVersion } }
			})
		);
		if (patched instanceof Error) failures.push(patched);
		else context.out(print(patched, 'selector updated'));
	}
	throwCollected(failures);
}

/**
 * `app=web,tier=front` as a map: a Service knows nothing else.
 *
 * Models set_selector.go updateSelectorForObject.
 *
 * @throws KubectlError
 */
function readSelector(text: string): Readonly<Record<string, string>> {
	const { matchLabels = {}, matchExpressions = [] } = labelSelectorOf(text);
	if (matchExpressions.length > 0) {
		const shown = matchExpressions.map(
			({ key, operator, values = [] }) => `{${key} ${operator} [${values.join(' ')}]}`
		);
		throw new KubectlError(`match expression [${shown.join(' ')}] not supported on this object`);
	}
	return matchLabels;
}

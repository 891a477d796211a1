import { bool, int, slice, text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { call } from '../../api-call.ts';
import { KubectlError, throwCollected, usageError } from '../../kubectl-error.ts';
import {
	allNamespacesFlag,
	fieldSelectorFlag,
	fileFlags,
	outputFlags,
	selectorFlag,
	subresourceFlag
} from '../../resources/common-flags.ts';
import { readFiles } from '../../resources/read-files.ts';
import { readTargets, type Targets } from '../../resources/targets.ts';
import { jsonText, jsonTextUnsorted } from '../../output/json-text.ts';
import { splitFormat } from '../../output/object-printer.ts';
import type { Steps } from '../../steps.ts';
import { getObjects } from './get-objects.ts';
import { getTables } from './get-tables.ts';
import { watchResources } from './watch-resources.ts';

/** Models kubectl pkg/cmd/get/get.go. */
export const get: Command = {
	name: 'get',
	flags: [
		...fileFlags,
		...outputFlags,
		selectorFlag,
		fieldSelectorFlag,
		allNamespacesFlag,
		text('sort-by'),
		slice('label-columns', 'L'),
		bool('show-labels'),
		bool('show-kind'),
		bool('no-headers'),
		bool('ignore-not-found'),
		bool('watch', 'w'),
		bool('watch-only'),
		bool('output-watch-events'),
		bool('server-print', undefined, true),
		int('chunk-size', 500),
		subresourceFlag,
		text('raw')
	],
	run: getResources
};

function* getResources(context: CommandContext): Steps<void> {
	const { flags } = context;
	const raw = flags.text('raw');
	checkFlags(context);
	if (raw !== '') {
		const [path = '', query = ''] = raw.split('?');
		const body = yield* call({
			method: 'GET',
			path,
			query: Object.fromEntries(new URLSearchParams(query))
		});
		const { text } = body as { readonly text?: string };
		// The server indents what it says of its version, and nothing else.
		const shown = path === '/version' ? jsonTextUnsorted(body, '  ') : jsonText(body);
		context.out(text ?? shown);
		return;
	}
	const targets = targetsOf(context);
	if (flags.bool('watch') || flags.bool('watch-only')) {
		yield* watchResources(context, targets);
		return;
	}
	const [format] = splitFormat(flags.text('output'));
	const errors = yield* format === '' || format === 'wide'
		? getTables(context, targets, !flags.bool('server-print'))
		: getObjects(context, targets);
	throwCollected(errors);
}

/** Models get.go Complete, Validate. */
function checkFlags({ flags, args }: CommandContext): void {
	const output = flags.text('output');
	if (flags.given('raw')) {
		if (args.length > 0)
			throw new KubectlError('arguments may not be passed when --raw is specified');
		if (flags.bool('watch') || flags.bool('watch-only') || flags.text('selector') !== '') {
			throw new KubectlError(
				'--raw may not be specified with other flags that filter the server request or alter the output'
			);
		}
		if (output !== '') throw new KubectlError('--raw and --output are mutually exclusive');
		const raw = flags.text('raw');
		if (raw !== '' && !/^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(raw)) {
			throw new KubectlError(
				`--raw must be a valid URL path: parse ${JSON.stringify(raw)}: invalid URI for request`
			);
		}
	}
	if (flags.bool('show-labels') && output !== '' && output !== 'wide') {
		throw new KubectlError(`--show-labels option cannot be used with ${output} printer`);
	}
	const watches = flags.bool('watch') || flags.bool('watch-only');
	if (flags.bool('output-watch-events') && !watches) {
		throw new KubectlError(
			'--output-watch-events option can only be used with --watch or --watch-only'
		);
	}
}

function targetsOf(context: CommandContext): Targets {
	const { flags, args } = context;
	if (flags.given('filename')) {
		const { infos, errors } = readFiles(context, false);
		throwCollected(errors);
		return { type: 'names', named: infos };
	}
	const isWatch = flags.bool('watch') || flags.bool('watch-only');
	if (args.length === 0 && !isWatch) {
		context.err(
			'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.\n\n'
		);
		const error = usageError(
			'get',
			'Required resource not specified.\nUse "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).'
		);
		throw new KubectlError(`error: ${error.message}`, true);
	}
	return readTargets(args, {
		labelSelector: flags.text('selector'),
		fieldSelector: flags.text('field-selector'),
		allNamespaces: flags.bool('all-namespaces'),
		selectAll: true,
		context
	});
}
